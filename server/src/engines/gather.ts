import type { AlertId } from '../domain/ids.ts';
import { compareSeverity } from '../domain/severity.ts';
import type { Signal } from '../domain/signal.ts';
import { isLateResolve } from './alertState.ts';
import type { BaselineState } from './baseline.ts';
import { isKeyed } from './correlation.ts';
import type { Decided } from './decided.ts';
import type { Policy } from './policy.ts';
import { foundToBeOne, type Placed } from './topology.ts';
import type { Situation, Verdict } from './verdict.ts';
import { afterWaiting, nobodyWaits, type WaitingAlert, type WaitingState, waitingKey } from './waitingState.ts';

/** Whether alerts wait for others of their group under this policy. */
function usesWaiting({ profile, grouping }: Policy): boolean {
  return profile !== 'seed-v1' && grouping.by !== 'signal' && grouping.minimumAlerts > 1;
}

/** The rows that hold who waits, for signals of a batch. */
export function waitingKeys(signals: readonly Pick<Signal, 'historical'>[], policy: Policy): string[] {
  return usesWaiting(policy) ? [...new Set(signals.map(({ historical }) => waitingKey(historical)))] : [];
}

/** What becomes of a firing signal that would open an incident: with whom it opens one, or that it waits. */
export type Gathering =
  | { readonly is: 'enough'; readonly own: WaitingAlert | null; readonly others: readonly WaitingAlert[] }
  | { readonly is: 'waits'; readonly own: WaitingAlert; readonly missing: number };

/**
 * Counts the different alerts of the signal's group that fired within the policy's window, the signal's own among them. An alert that is
 * severe enough waits for nobody, and takes those with it that waited.
 */
export function gather(situation: Situation, signal: Signal, decided: Decided): Gathering {
  const { policy, now, groupKey, baselines } = situation;
  if (!usesWaiting(policy) || groupKey === null) return { is: 'enough', own: null, others: [] };
  const { minimumAlerts, minimumAlertsBelow, windowMinutes } = policy.grouping;
  const guestKey = guestKeyOf(situation.placement);
  const waiting = waitingIn(baselines, signal).alerts.filter(
    (alert) =>
      (alert.groupKey === groupKey || alert.groupKey === guestKey) &&
      Math.abs(now.getTime() - alert.heardAtMs) <= windowMinutes * 60_000,
  );
  const own = waiting.find(({ dedupKey }) => dedupKey === signal.dedupKey) ?? null;
  const others = waiting.filter((alert) => alert !== own);
  const waits = withFiring(own, signal, groupKey, decided, situation);
  const missing = minimumAlerts - others.length - 1;
  const severe = minimumAlertsBelow !== null && compareSeverity(waits.decision.severity, minimumAlertsBelow) >= 0;
  // Where one of two groups that are one has an incident, the other's is opened to be merged with it.
  const isEnough = (missing <= 0 || situation.guestIsOpen) && situation.resolvedEarlyAt === null;
  return severe || isEnough ? { is: 'enough', own, others } : { is: 'waits', own: waits, missing };
}

/** Who waits after a signal was decided; null when that is as it was. */
export function waitingAfter(
  { policy, baselines, placement }: Pick<Situation, 'policy' | 'baselines' | 'placement'>,
  signal: Signal,
  { outcome, incident, waits, brought }: Pick<Verdict, 'outcome' | 'incident' | 'waits' | 'brought'>,
): WaitingState | null {
  if (!usesWaiting(policy)) return null;
  const before = waitingIn(baselines, signal);
  const own = before.alerts.find(({ dedupKey }) => dedupKey === signal.dedupKey);
  const ended = signal.state === 'RESOLVED' && own !== undefined && !isLateResolve(lastSeen(own), signal, policy);
  // One that is held back waits for nobody: whatever holds it back is to keep it out of incidents.
  const placed = incident !== null || outcome === 'SUPPRESSED';
  const over = new Set(brought.map(({ dedupKey }) => dedupKey));
  if (placed || ended) over.add(signal.dedupKey);
  const after = afterWaiting(before, waits, over, policy.grouping.maximumWaiting);
  if (after === before) return null;
  const guestKey = guestKeyOf(placement);
  if (waits === null || guestKey === null) return after;
  // From now on they are one group.
  const { groupKey } = waits;
  return {
    ...after,
    alerts: after.alerts.map((alert) => (alert.groupKey === guestKey ? { ...alert, groupKey } : alert)),
  };
}

function waitingIn(baselines: ReadonlyMap<string, BaselineState>, { historical }: Pick<Signal, 'historical'>) {
  const stored = baselines.get(waitingKey(historical));
  return stored?.kind === 'waiting' ? stored : nobodyWaits;
}

/** The other group that a placement showed to be part of its own. */
export function guestKeyOf(placement: Placed | null): string | null {
  return placement === null ? null : (foundToBeOne(placement)?.guestKey ?? null);
}

function lastSeen({ lastSeenMs }: WaitingAlert) {
  return { lastSeenAt: new Date(lastSeenMs) };
}

function withFiring(
  before: WaitingAlert | null,
  signal: Signal,
  groupKey: string,
  { decision }: Decided,
  { now, newId }: Situation,
): WaitingAlert {
  const { dedupKey } = signal;
  const occurredMs = signal.occurredAt.getTime();
  const { source, service, title, url, labels, metrics } =
    before !== null && occurredMs < before.lastSeenMs ? before : signal;
  const graver = before === null || compareSeverity(decision.severity, before.decision.severity) > 0;
  return {
    id: before?.id ?? newId<AlertId>(),
    ...{ groupKey, dedupKey, source, service, title, url, labels, metrics },
    signalCount: (before?.signalCount ?? 0) + 1,
    firstSeenMs: Math.min(before?.firstSeenMs ?? occurredMs, occurredMs),
    lastSeenMs: Math.max(before?.lastSeenMs ?? occurredMs, occurredMs),
    heardAtMs: Math.max(before?.heardAtMs ?? now.getTime(), now.getTime()),
    keyed: (before?.keyed ?? false) || isKeyed(signal, groupKey),
    decision: graver ? decision : before.decision,
  };
}
