import type { Incident } from '../domain/incident.ts';
import type { Policy } from './policy.ts';

export interface RiskFactor {
  readonly name: 'time' | 'trend' | 'flap' | 'reopen';
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
  const { time, trend, flap, reopen } = policy.risk;
  const { memory } = incident;
  const openMinutes = incident.status === 'OPEN' ? (now.getTime() - incident.openedAt.getTime()) / 60_000 : 0;
  const changes = memory.stateChanges * decay(now.getTime() - memory.loadAtMs, flap.halfLifeMinutes * 60_000);
  const factors: RiskFactor[] = [
    { name: 'time', q: time.weight * share(openMinutes, time.fullMinutes) },
    { name: 'trend', q: trend.weight * share(memory.loadFast - memory.loadSlow, trend.full) },
    { name: 'flap', q: flap.weight * share(changes, flap.fullChanges) },
    { name: 'reopen', q: reopen.weight * share(incident.reopenCount, reopen.fullTimes) },
  ];
  const safe = factors.reduce((product, { q }) => product * (1 - q), 1);
  return { risk: 1 - safe, factors: factors.sort((a, b) => b.q - a.q) };
}

/** What is left after a time, when half is left after the half-life; a clock that went back changes nothing. */
function decay(elapsedMs: number, halfLifeMs: number): number {
  return 2 ** (-Math.max(0, elapsedMs) / halfLifeMs);
}

function share(value: number, full: number): number {
  return Math.min(1, Math.max(0, value / full));
}
