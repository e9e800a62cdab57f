import type { Policy } from '../policy.ts';
import { tickOf } from './episode.ts';
import type { Acquaintance, Firing, TopologyState } from './state.ts';
import { withWindow } from './streams.ts';

const unknown: Acquaintance = {
  ticks: 0,
  occasions: 0,
  lastTick: 0,
  since: 0,
  partners: new Map(),
  streams: new Map(),
};

/** Further back than this many ticks a signal is not late: a replay has begun again. */
const replayTicks = 20;

/** Notes that a service fired. What fired in one tick is counted when the next one begins. */
export function withFiring(state: TopologyState, firing: Firing, nowMs: number, policy: Policy): TopologyState {
  const tick = tickOf(nowMs, policy);
  return withWindow(inTick(state, firing.service, tick, nowMs, policy), firing, nowMs, policy);
}

function inTick(state: TopologyState, service: string, tick: number, nowMs: number, policy: Policy): TopologyState {
  if (tick > state.tick || tick < state.tick - replayTicks) {
    const activeBefore = tick === state.tick + 1 ? state.active.size : 0;
    return { ...closed(state, tick, policy), tick, tickFromMs: nowMs, active: new Set([service]), activeBefore };
  }
  if (state.active.has(service) || state.active.size >= policy.grouping.learned.maximumServices) return state;
  return { ...state, active: new Set(state.active).add(service) };
}

function closed(state: TopologyState, nextTick: number, policy: Policy): TopologyState {
  if (state.active.size === 0) return state;
  const { maximumServices, halfLifeDays, tickSeconds } = policy.grouping.learned;
  const services = new Map(state.services);
  for (const service of state.active) {
    const known = met(services.get(service) ?? { ...unknown, since: state.elapsed }, service, state, policy);
    // Deleted first, so that the one that fired last comes last: the first ones are forgotten.
    services.delete(service);
    services.set(service, known);
  }
  for (const service of services.keys()) {
    if (services.size <= maximumServices) break;
    services.delete(service);
  }
  const elapsed = state.elapsed + Math.max(1, nextTick - state.tick);
  const learned = { ...state, services, elapsed };
  return elapsed * tickSeconds > 2 * halfLifeDays * 86_400 ? faded(learned) : learned;
}

function met(before: Acquaintance, service: string, { tick, active }: TopologyState, policy: Policy): Acquaintance {
  const { tickSeconds, maximumPartners } = policy.grouping.learned;
  const windowTicks = (policy.grouping.windowMinutes * 60) / tickSeconds;
  const begins = before.ticks === 0 || Math.abs(tick - before.lastTick) > windowTicks;
  const partners = new Map(before.partners);
  for (const other of active) if (other !== service) partners.set(other, (partners.get(other) ?? 0) + 1);
  return {
    ticks: before.ticks + 1,
    occasions: before.occasions + (begins ? 1 : 0),
    lastTick: tick,
    since: before.since,
    partners: strongest(partners, maximumPartners),
    streams: before.streams,
  };
}

/** A quarter more than the bound goes at once, so that there is not something to forget with every new partner. */
function strongest(partners: ReadonlyMap<string, number>, bound: number): ReadonlyMap<string, number> {
  if (partners.size <= bound) return partners;
  const ranked = [...partners].sort(([name, a], [other, b]) => b - a || (name < other ? -1 : 1));
  return new Map(ranked.slice(0, Math.ceil(bound * 0.75)));
}

/** All counts halved: what was seen before counts less than what is seen from now on. Coincidences keep their proportion to single counts. */
function faded(state: TopologyState): TopologyState {
  const half = (counts: ReadonlyMap<string, number>) =>
    new Map([...counts].map(([key, count]): [string, number] => [key, count / 2]).filter(([, count]) => count >= 0.25));
  const services = new Map<string, Acquaintance>();
  for (const [service, known] of state.services) {
    const { ticks, since, partners, streams } = known;
    services.set(service, {
      ...known,
      ticks: ticks / 2,
      since: since / 2,
      partners: half(partners),
      streams: half(streams),
    });
  }
  const streamPairs = state.streamPairs.map((pair) => ({
    ...pair,
    together: pair.together / 2,
    chances: pair.chances / 2,
  }));
  return { ...state, services, streamPairs, elapsed: state.elapsed / 2 };
}
