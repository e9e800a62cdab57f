import type { Alert } from '../domain/alert.ts';
import type { Incident } from '../domain/incident.ts';
import type { Signal } from '../domain/signal.ts';
import { withSignal } from './alertState.ts';
import { flapsAfter } from './flapping.ts';
import { afterSignal } from './memory.ts';
import { laterOf } from './moments.ts';
import { latest, noConsequences, ruleEvent, together } from './outcome.ts';
import { stayMinutesOf } from './quiet.ts';
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
  const { policy, now } = situation;
  const { windowMinutes } = policy.grouping;
  const after = withSignal(alert, signal, before, 'RESOLVED', situation);
  const flapping = flapsAfter(before, alert, after);
  const stayMinutes = stayMinutesOf({ flapping }, policy);
  const firingAlertCount = Math.max(0, before.firingAlertCount - 1);
  const remembered = afterSignal(
    before.memory,
    { now, load: null, active: end === 'resolved', stateChanged: true },
    policy,
  );
  const released = before.memory.heldBy === signal.dedupKey;
  const waits = firingAlertCount === 0 && stayMinutes > 0;
  const counted: Incident = {
    ...before,
    signalCount: before.signalCount + 1,
    firingAlertCount,
    lastSignalAt: laterOf(now, before.lastSignalAt),
    reviewAt: waits ? new Date(now.getTime() + stayMinutes * 60_000) : before.reviewAt,
    updatedAt: now,
    memory: {
      ...remembered,
      activeAtMs: waits ? Math.max(remembered.activeAtMs, now.getTime()) : remembered.activeAtMs,
      flapping,
      heldBy: released ? null : remembered.heldBy,
      belowSinceMs: released ? now.getTime() : remembered.belowSinceMs,
    },
  };
  const incident = { ...counted, risk: riskOf(counted, policy, now).risk };
  const said = end === 'resolved' ? `Resolved by ${signal.source}` : `Calm for ${windowMinutes} min`;
  const flaps = after.flapping
    ? `; it flaps, and the incident stays open until it is quiet for ${stayMinutes} min`
    : '';
  const message = `${said}: ${alert.title}${flaps}`;
  const event = ruleEvent(before, 'ALERT_RESOLVED', now, `correlation.alert_${end}`, message);
  // A flapping alert would fill the timeline with its coming and going.
  const events = alert.flapping && after.flapping ? [] : [event];
  const ends = firingAlertCount === 0 && !waits;
  const consequences = together(
    { changed: [{ incident, kind: 'UPDATED' }], events, escalations: [], intents: [] },
    ends ? resolvedByRule(incident, 'alertsResolved', now, 'Its last firing alert was resolved') : noConsequences,
  );
  return {
    outcome: ends ? 'RESOLVED' : 'JOINED',
    incident: latest(incident, consequences),
    alert: after,
    ...consequences,
  };
}
