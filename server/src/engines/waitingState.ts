import type { Decision } from '../domain/decision.ts';
import type { AlertId } from '../domain/ids.ts';
import type { Label, MetricReading } from '../domain/signal.ts';

/** An alert that fires and belongs to no incident yet, since its group has too few. Plain JSON; moments in ms since the epoch. */
export interface WaitingAlert {
  readonly id: AlertId;
  readonly groupKey: string;
  readonly dedupKey: string;
  readonly source: string;
  readonly service: string;
  readonly title: string;
  readonly url: string | null;
  readonly labels: readonly Label[];
  readonly metrics: readonly MetricReading[];
  readonly signalCount: number;
  /** By the source's clock. */
  readonly firstSeenMs: number;
  readonly lastSeenMs: number;
  /** By the engines' clock: when its last signal came. */
  readonly heardAtMs: number;
  /** Whether its sender names it, and so is expected to resolve it. */
  readonly keyed: boolean;
  /** The most severe of its signals'. */
  readonly decision: Decision;
}

/** The alerts that wait, the one heard last at the end: bounded by the policy. */
export interface WaitingState {
  readonly kind: 'waiting';
  readonly alerts: readonly WaitingAlert[];
}

export const nobodyWaits: WaitingState = { kind: 'waiting', alerts: [] };

/** Under which key those that wait are stored, beside the baselines. History has its own. */
export function waitingKey(historical: boolean): string {
  return `waiting ${historical ? 'historical' : 'live'}`;
}

/**
 * The state after a signal: with the alert that waits now, without those whose dedup keys are `over`. Beyond `most` the ones heard longest
 * ago are forgotten; the same state when nothing changes.
 */
export function afterWaiting(
  state: WaitingState,
  waits: WaitingAlert | null,
  over: ReadonlySet<string>,
  most: number,
): WaitingState {
  const isLeft = ({ dedupKey }: WaitingAlert) => !over.has(dedupKey) && dedupKey !== waits?.dedupKey;
  if (waits === null && state.alerts.every(isLeft)) return state;
  const left = state.alerts.filter(isLeft);
  return { kind: 'waiting', alerts: (waits === null ? left : [...left, waits]).slice(-most) };
}
