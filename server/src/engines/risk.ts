import type { Incident } from '../domain/incident.ts';
import type { Policy } from './policy.ts';

const factorNames = ['time', 'trend', 'flap', 'reopen'] as const;

export interface RiskFactor {
  readonly name: (typeof factorNames)[number];
  /** Its part of the risk, 0 to its weight in the policy. */
  readonly q: number;
}

export interface Risk {
  /** 0 to 1. */
  readonly risk: number;
  /** Largest first. */
  readonly factors: readonly RiskFactor[];
}

/**
 * The risk that an incident must be escalated: 1 − Π(1 − q) over the factors (noisy or), each q rising in proportion up to its weight.
 * Time counts while nobody has acknowledged it; a resolved incident has no risk.
 */
export function riskOf(incident: Incident, policy: Policy, now: Date): Risk {
  if (incident.status === 'RESOLVED') return { risk: 0, factors: [] };
  const qs = qsOf(incident, policy, now);
  const factors = factorNames.map((name, place) => ({ name, q: qs[place] ?? 0 }));
  return { risk: noisyOr(qs), factors: factors.sort((a, b) => b.q - a.q) };
}

/** The same without what it is made of. */
export function riskLevelOf(incident: Incident, policy: Policy, now: Date): number {
  return incident.status === 'RESOLVED' ? 0 : noisyOr(qsOf(incident, policy, now));
}

/** In the order of the factors' names. */
function qsOf({ memory, status, openedAt, reopenCount }: Incident, { risk }: Policy, now: Date): readonly number[] {
  const { time, trend, flap, reopen } = risk;
  const openMinutes = status === 'OPEN' ? (now.getTime() - openedAt.getTime()) / 60_000 : 0;
  const changes = memory.stateChanges * decay(now.getTime() - memory.loadAtMs, flap.halfLifeMinutes * 60_000);
  return [
    time.weight * share(openMinutes, time.fullMinutes),
    trend.weight * share(memory.loadFast - memory.loadSlow, trend.full),
    flap.weight * share(changes, flap.fullChanges),
    reopen.weight * share(reopenCount, reopen.fullTimes),
  ];
}

function noisyOr(qs: readonly number[]): number {
  return 1 - qs.reduce((product, q) => product * (1 - q), 1);
}

/** What is left after a time, when half is left after the half-life; a clock that went back changes nothing. */
function decay(elapsedMs: number, halfLifeMs: number): number {
  return 2 ** (-Math.max(0, elapsedMs) / halfLifeMs);
}

function share(value: number, full: number): number {
  return Math.min(1, Math.max(0, value / full));
}
