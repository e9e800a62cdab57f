import type { IncidentMemory } from '../domain/incident.ts';
import type { Policy } from './policy.ts';

/** What a signal adds to the memory of an incident. */
export interface Remembered {
  readonly now: Date;
  /** The load of its readings; null when it carried none. */
  readonly load: number | null;
  /** Whether it is worth more than a log line: only such a signal keeps the incident from going quiet. */
  readonly active: boolean;
  /** Whether its alert changed between firing and resolved. */
  readonly stateChanged: boolean;
}

/** The memory of an incident that a signal has just opened. */
export function newMemory(
  { now, load }: Pick<Remembered, 'now' | 'load'>,
  { keyed, heldBy }: Pick<IncidentMemory, 'keyed' | 'heldBy'>,
  policy: Policy,
): IncidentMemory {
  const { fastSeconds, slowSeconds } = policy.stress.burst;
  return {
    belowSinceMs: null,
    loadFast: load ?? 0,
    loadSlow: load ?? 0,
    loadAtMs: now.getTime(),
    ratePerSecondFast: 1 / fastSeconds,
    ratePerSecondSlow: 1 / slowSeconds,
    activeAtMs: now.getTime(),
    keyed,
    heldBy,
    stateChanges: 0,
  };
}

/** What no average is: whoever knows better says what it is now. */
type Kept = Pick<IncidentMemory, 'belowSinceMs' | 'keyed' | 'heldBy' | 'flapping'>;

/**
 * The memory after one more signal: moving averages of the load for irregular times (weight 1 − e^(−Δt/τ)) and decayed rates of signals
 * (each adds 1/τ). A signal from before the last one is taken to have come with it.
 */
export function afterSignal(
  memory: IncidentMemory,
  remembered: Remembered,
  policy: Policy,
  kept: Kept = memory,
): IncidentMemory {
  const { burst, trend } = policy.stress;
  const nowMs = Math.max(remembered.now.getTime(), memory.loadAtMs);
  const seconds = (nowMs - memory.loadAtMs) / 1_000;
  const changesLeft = memory.stateChanges * 2 ** (-seconds / (policy.risk.flap.halfLifeMinutes * 60));
  return {
    belowSinceMs: kept.belowSinceMs,
    loadFast: averaged(memory.loadFast, remembered.load, seconds, trend.fastSeconds),
    loadSlow: averaged(memory.loadSlow, remembered.load, seconds, trend.slowSeconds),
    loadAtMs: nowMs,
    ratePerSecondFast: rateAfter(memory.ratePerSecondFast, seconds, burst.fastSeconds),
    ratePerSecondSlow: rateAfter(memory.ratePerSecondSlow, seconds, burst.slowSeconds),
    activeAtMs: remembered.active ? Math.max(memory.activeAtMs, remembered.now.getTime()) : memory.activeAtMs,
    keyed: kept.keyed,
    heldBy: kept.heldBy,
    flapping: kept.flapping,
    stateChanges: changesLeft + (remembered.stateChanged ? 1 : 0),
  };
}

function rateAfter(perSecond: number, seconds: number, overSeconds: number): number {
  return perSecond * Math.exp(-seconds / overSeconds) + 1 / overSeconds;
}

function averaged(before: number, load: number | null, seconds: number, overSeconds: number): number {
  return load === null ? before : before + (load - before) * -Math.expm1(-seconds / overSeconds);
}
