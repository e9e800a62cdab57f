import type { Alert } from '../domain/alert.ts';
import type { Incident } from '../domain/incident.ts';
import type { Signal } from '../domain/signal.ts';
import { withSignal } from './alertState.ts';
import { afterSignal } from './memory.ts';
import { laterOf } from './moments.ts';
import { latest, noConsequences, ruleEvent, together } from './outcome.ts';
import { resolvedByRule } from './resolvedByRule.ts';
import { riskOf } from './risk.ts';
import type { Consequences, Situation, Verdict } from './verdict.ts';

type Ended = Consequences & Pick<Verdict, 'outcome' | 'incident' | 'alert'>;

/** Why an alert ended: its sender said so, or its readings were calm for the policy's window. */
export type AlertEnd = 'resolved' | 'calm';

/** Resolves a firing alert of an open incident, and with the last one the incident, or its review when that must stay so for a time. */
export function resolveAlert(
  situation: Situation,
  signal: Signal,
  before: Incident,
  alert: Alert,
  end: AlertEnd,
): Ended {
  const { policy, now, newId } = situation;
  const { windowMinutes, stayResolvedMinutes } = policy.grouping;
  const firingAlertCount = Math.max(0, before.firingAlertCount - 1);
  const remembered = afterSignal(
    before.memory,
    { now, load: null, active: end === 'resolved', stateChanged: true },
    policy,
  );
  const released = before.memory.heldBy === signal.dedupKey;
  const waits = firingAlertCount === 0 && stayResolvedMinutes > 0;
  const counted: Incident = {
    ...before,
    signalCount: before.signalCount + 1,
    firingAlertCount,
    lastSignalAt: laterOf(now, before.lastSignalAt),
    reviewAt: waits ? new Date(now.getTime() + stayResolvedMinutes * 60_000) : before.reviewAt,
    updatedAt: now,
    memory: {
      ...remembered,
      activeAtMs: waits ? Math.max(remembered.activeAtMs, now.getTime()) : remembered.activeAtMs,
      heldBy: released ? null : remembered.heldBy,
      belowSinceMs: released ? now.getTime() : remembered.belowSinceMs,
    },
  };
  const incident = { ...counted, risk: riskOf(counted, policy, now).risk };
  const said = end === 'resolved' ? `Resolved by ${signal.source}` : `Calm for ${windowMinutes} min`;
  const event = ruleEvent(before, 'ALERT_RESOLVED', now, `correlation.alert_${end}`, `${said}: ${alert.title}`);
  const ends = firingAlertCount === 0 && !waits;
  const consequences = together(
    { changed: [{ incident, kind: 'UPDATED' }], events: [event], escalations: [], intents: [] },
    ends ? resolvedByRule(incident, 'alertsResolved', now, 'Its last firing alert was resolved') : noConsequences,
  );
  return {
    outcome: ends ? 'RESOLVED' : 'JOINED',
    incident: latest(incident, consequences),
    alert: withSignal(alert, signal, before, 'RESOLVED', newId),
    ...consequences,
  };
}
