import type { Alert } from '../domain/alert.ts';
import type { AlertId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import type { Signal, SignalState } from '../domain/signal.ts';
import { afterState } from './flapping.ts';
import { earlierOf } from './moments.ts';
import type { Policy } from './policy.ts';
import type { Situation } from './verdict.ts';

/** The signal's alert in an incident; null when it has none there. */
export function alertIn(incident: Incident | null, { alerts }: Situation): Alert | null {
  return alerts.find((alert) => alert.incidentId === incident?.id) ?? null;
}

/**
 * The alert with one more signal. Its times are the source's, since what came late is told by them; a signal that is older than the last
 * one is counted but does not bring its old readings back.
 */
export function withSignal(
  alert: Alert | null,
  signal: Signal,
  incident: Incident,
  state: SignalState,
  { now, policy, newId }: Pick<Situation, 'now' | 'policy' | 'newId'>,
): Alert {
  const { occurredAt } = signal;
  const flap = afterState(alert, state, now, policy);
  const late = alert !== null && occurredAt < alert.lastSeenAt;
  const { source, service, title, url, labels, metrics } = late ? alert : signal;
  return {
    id: alert?.id ?? newId<AlertId>(),
    incidentId: alert?.incidentId ?? incident.id,
    dedupKey: alert?.dedupKey ?? signal.dedupKey,
    source,
    service,
    title,
    url,
    state,
    signalCount: (alert?.signalCount ?? 0) + 1,
    firstSeenAt: alert === null ? occurredAt : earlierOf(occurredAt, alert.firstSeenAt),
    lastSeenAt: late ? alert.lastSeenAt : occurredAt,
    labels,
    metrics,
    stateHistory: flap.stateHistory,
    stateCheckedAt: flap.stateCheckedAt,
    flapping: flap.flapping,
  };
}

/** Whether a firing signal is from before its alert was resolved: it arrived late, and nothing fires any more. */
export function isLateFiring(alert: Alert | null, { occurredAt }: Signal): boolean {
  return alert !== null && alert.state === 'RESOLVED' && occurredAt < alert.lastSeenAt;
}

/**
 * Whether a resolving signal is from before its alert last fired. The sender's clock may be behind the one that stamped the firing, and an
 * incident that never ends is worse than one that is reopened: so a live one has the policy's difference of clocks.
 */
export function isLateResolve(
  alert: Pick<Alert, 'lastSeenAt'>,
  { occurredAt, historical }: Signal,
  { grouping }: Policy,
): boolean {
  const allowedMs = historical ? 0 : grouping.clockSkewSeconds * 1_000;
  return occurredAt.getTime() + allowedMs < alert.lastSeenAt.getTime();
}
