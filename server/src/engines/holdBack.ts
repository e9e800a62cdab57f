import type { Incident } from '../domain/incident.ts';
import type { Signal } from '../domain/signal.ts';
import type { Suppressor } from '../domain/suppression.ts';
import { alertIn, withSignal } from './alertState.ts';
import type { Decided } from './decided.ts';
import { laterOf } from './moments.ts';
import { noConsequences } from './outcome.ts';
import { madeRoomAt } from './quiet.ts';
import type { Consequences, Situation, Verdict } from './verdict.ts';

type Held = Consequences & Pick<Verdict, 'outcome' | 'incident' | 'alert' | 'decision'>;

/**
 * A firing signal that is suppressed opens, reopens and raises nothing and tells nobody. Where its alert fires in an open incident it is
 * one more signal of that alert and keeps the incident from going quiet; the incident's own escalation, begun before, goes on until
 * somebody takes it into hand. Anywhere else it touches no incident, not even its group's, so that the alert opens or joins one as a
 * new alert does when it still fires after the suppression.
 */
export function holdBack(
  situation: Situation,
  signal: Signal,
  { decision: scored }: Decided,
  suppressedBy: readonly Suppressor[],
): Held {
  const { policy, now, openOfAlert } = situation;
  const decision = { ...scored, suppressedBy };
  const alert = alertIn(openOfAlert, situation);
  if (openOfAlert === null || alert?.state !== 'FIRING' || madeRoomAt(openOfAlert, policy, now) !== null) {
    return { outcome: 'SUPPRESSED', incident: null, alert: null, decision, ...noConsequences };
  }
  const { memory } = openOfAlert;
  const incident: Incident = {
    ...openOfAlert,
    signalCount: openOfAlert.signalCount + 1,
    lastSignalAt: laterOf(now, openOfAlert.lastSignalAt),
    updatedAt: now,
    memory: { ...memory, activeAtMs: Math.max(memory.activeAtMs, now.getTime()) },
  };
  return {
    outcome: 'SUPPRESSED',
    incident,
    alert: withSignal(alert, signal, incident, 'FIRING', situation),
    decision,
    ...noConsequences,
    changed: [{ incident, kind: 'UPDATED' }],
  };
}
