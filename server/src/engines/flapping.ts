import type { Alert } from '../domain/alert.ts';
import type { Incident } from '../domain/incident.ts';
import type { SignalState } from '../domain/signal.ts';
import { laterOf } from './moments.ts';
import type { Policy } from './policy.ts';

/** What is remembered about an alert's changes between firing and resolved. Before it was first heard of, nothing fired. */
export type FlapState = Pick<Alert, 'stateHistory' | 'stateCheckedAt' | 'flapping'>;

/** Nagios' MAX_STATE_HISTORY_ENTRIES. */
const states = 21;
const allStates = 2 ** states - 1;
/** The weight of the oldest and of the newest change; they average 1. */
const oldestWeight = 0.75;
const newestWeight = 1.25;

/**
 * How much a history changes, 0 to 100: the share of its 20 possible changes, recent ones weighing more.
 * Source: Nagios Core, `base/flapping.c` (https://assets.nagios.com/downloads/nagioscore/docs/nagioscore/4/en/flapping.html), whose code
 * weighs from 0.75 to 1.25 where its page says 0.8 to 1.2.
 */
export function changePercent(stateHistory: number): number {
  let changes = 0;
  for (let age = 0; age < states - 1; age += 1) {
    const changed = ((stateHistory >> age) ^ (stateHistory >> (age + 1))) & 1;
    if (changed === 1) changes += newestWeight - (age * (newestWeight - oldestWeight)) / (states - 2);
  }
  return (changes * 100) / (states - 1);
}

/**
 * The state after a signal. Nagios checks at intervals and signals come when they like, so every `checkMinutes` in which nothing changed
 * count as a check with the state that it had, a repetition within that time counts for nothing, and every change counts at once.
 * From `highPercent` on it flaps, until it comes under `lowPercent`; between the two it stays what it was.
 */
export function afterState(before: FlapState | null, state: SignalState, now: Date, policy: Policy): FlapState {
  const bit = state === 'FIRING' ? 1 : 0;
  const { flapping: rule } = policy;
  if (before === null) return { stateHistory: bit, stateCheckedAt: now, flapping: false };
  const newest = before.stateHistory & 1;
  const checkMs = (rule?.checkMinutes ?? 1) * 60_000;
  const checks = Math.max(0, Math.floor((now.getTime() - before.stateCheckedAt.getTime()) / checkMs));
  const stays = newest === bit;
  const stateHistory = stays
    ? pushed(before.stateHistory, bit, checks)
    : pushed(pushed(before.stateHistory, newest, checks - 1), bit, 1);
  const stateCheckedAt = stays
    ? new Date(before.stateCheckedAt.getTime() + checks * checkMs)
    : laterOf(now, before.stateCheckedAt);
  const flapping = isFlapping(before.flapping, changePercent(stateHistory), policy);
  return { stateHistory, stateCheckedAt, flapping };
}

/** Whether an incident has a flapping alert, after one of its alerts went from `known` to `alert`. */
export function flapsAfter({ memory }: Incident, known: Alert | null, alert: Alert): boolean {
  if (alert.flapping) return true;
  return memory.flapping === true && known?.flapping !== true;
}

function isFlapping(before: boolean, percent: number, { flapping: rule }: Policy): boolean {
  if (rule === null || percent < rule.lowPercent) return false;
  return before || percent >= rule.highPercent;
}

function pushed(stateHistory: number, bit: number, times: number): number {
  let history = stateHistory;
  for (let time = 0; time < Math.min(times, states); time += 1) history = ((history << 1) | bit) & allStates;
  return history;
}
