import type { Policy } from '../policy.ts';
import type { Acquaintance, Firing, StreamPair, TopologyState } from './state.ts';

const mostStreamsOfService = 8;
const mostPairs = 64;

/** Notes that a service fired in a stream. What fired in one window is counted when the next one begins. */
export function withWindow(
  state: TopologyState,
  { service, stream }: Firing,
  nowMs: number,
  policy: Policy,
): TopologyState {
  const { streams, maximumServices } = policy.grouping.learned;
  const window = Math.floor(nowMs / (streams.windowSeconds * 1_000));
  if (window > state.window || window < state.window - 2) {
    return { ...closed(state), window, streaming: new Map([[service, [stream]]]) };
  }
  const fired = state.streaming.get(service) ?? [];
  if (fired.includes(stream) || fired.length >= mostStreamsOfService) return state;
  if (fired.length === 0 && state.streaming.size >= maximumServices) return state;
  return { ...state, streaming: new Map(state.streaming).set(service, [...fired, stream]) };
}

function closed(state: TopologyState): TopologyState {
  const services = new Map(state.services);
  const together = new Map(state.streamPairs.map(({ a, b, together: times }) => [keyOf(a, b), times]));
  for (const [service, fired] of state.streaming) {
    const known = services.get(service);
    if (known === undefined) continue;
    services.set(service, { ...known, streams: counted(known.streams, fired) });
    for (const [a, b] of pairsOf(fired)) together.set(keyOf(a, b), (together.get(keyOf(a, b)) ?? 0) + 1);
  }
  return { ...state, services, streamPairs: pairsWithChances(services, together) };
}

function counted(before: ReadonlyMap<string, number>, fired: readonly string[]): ReadonlyMap<string, number> {
  const streams = new Map(before);
  for (const stream of fired) {
    if (streams.has(stream) || streams.size < mostStreamsOfService) streams.set(stream, (streams.get(stream) ?? 0) + 1);
  }
  return streams;
}

function pairsWithChances(
  services: ReadonlyMap<string, Acquaintance>,
  together: ReadonlyMap<string, number>,
): StreamPair[] {
  const pairs = new Map<string, StreamPair>();
  for (const { streams } of services.values()) {
    if (streams.size < 2) continue;
    for (const [a, b] of pairsOf([...streams.keys()])) {
      const key = keyOf(a, b);
      const chances = (pairs.get(key)?.chances ?? 0) + Math.min(streams.get(a) ?? 0, streams.get(b) ?? 0);
      pairs.set(key, { a, b, chances, together: together.get(key) ?? 0 });
    }
  }
  return [...pairs.values()].sort((one, other) => other.chances - one.chances).slice(0, mostPairs);
}

function pairsOf(streams: readonly string[]): [string, string][] {
  const sorted = [...streams].sort();
  return sorted.flatMap((a, index) => sorted.slice(index + 1).map((b): [string, string] => [a, b]));
}

function keyOf(a: string, b: string): string {
  return JSON.stringify([a, b]);
}
