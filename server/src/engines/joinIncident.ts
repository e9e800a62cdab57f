import { type ChangeKind, heavierKind } from '../domain/change.ts';
import { type Incident, withSeverity } from '../domain/incident.ts';
import type { OutgoingIntent } from '../domain/intent.ts';
import type { Signal } from '../domain/signal.ts';
import type { NewTimelineEvent } from '../domain/timeline.ts';
import { notificationsFor } from './action.ts';
import { alertIn, withSignal } from './alertState.ts';
import { isKeyed } from './correlation.ts';
import type { Decided } from './decided.ts';
import { escalateAtRisk } from './escalation.ts';
import { flapsAfter } from './flapping.ts';
import { severityAfter } from './hysteresis.ts';
import { draftOf } from './incidentDraft.ts';
import { putBackToOpen, reopenedBySignal, waitingBySeverity } from './incidentMoves.ts';
import { joinReason } from './joinReason.ts';
import { afterSignal } from './memory.ts';
import { laterOf } from './moments.ts';
import { latest, ruleEvent, together } from './outcome.ts';
import { engineSeverityOf } from './overrideSeverity.ts';
import { reviewAtAfter } from './quiet.ts';
import { riskLevelOf } from './risk.ts';
import { transitionOf } from './transitions.ts';
import type { Consequences, Situation, Verdict } from './verdict.ts';

type Joined = Consequences & Pick<Verdict, 'outcome' | 'incident' | 'alert'>;

/**
 * A firing signal joins an incident: one that is open, or one that was resolved a short time ago and so is reopened. A reopened incident
 * keeps its severity: it has not been under its cut for as long as a fall takes.
 */
export function joinIncident(situation: Situation, signal: Signal, decided: Decided, before: Incident): Joined {
  const { policy, policyVersion, now, groupKey, newId } = situation;
  const { decision, load, calm } = decided;
  const events: NewTimelineEvent[] = [];
  const intents: OutgoingIntent[] = [];
  let kind: ChangeKind = 'UPDATED';
  let incident = before;

  const reopening = transitionOf(before.status, 'signalReturned');
  if (reopening.is === 'move') {
    incident = reopenedBySignal(before, now, policy);
    kind = 'REOPENED';
    events.push(
      ruleEvent(before, 'REOPENED', now, reopening.ruleId, `Reopened by ${signal.source}: ${decision.reason}`),
    );
  }

  const known = alertIn(before, situation);
  const alert = withSignal(known, signal, before, 'FIRING', situation);
  // A flapping alert would fill the timeline with its coming and going.
  if (known?.state !== 'FIRING' && known?.flapping !== true) {
    const what = known === null ? 'Joined by' : 'Fires again:';
    const flaps = alert.flapping ? '; it flaps' : '';
    const message = `${what} ${signal.title} (${signal.source}): ${joinReason(before, groupKey, situation.placement)}${flaps}`;
    events.push(ruleEvent(before, 'ALERT_JOINED', now, 'correlation.join', message));
  }

  const remembered = { now, load, active: !calm, stateChanged: known?.state === 'RESOLVED' };
  const keyed = incident.memory.keyed || isKeyed(signal, groupKey);
  const move = severityAfter(incident, decision, signal.dedupKey, now, policy);
  const severity = incident.overriddenSeverity ?? move.severity;
  const isNewlyCritical = becameCritical(incident, severity, reopening.is === 'move');
  const draft = draftOf(incident);
  ({ severity: draft.severity, highestSeverity: draft.highestSeverity } = withSeverity(incident, severity));
  draft.decision = move.decision;
  if (move.moved !== null) draft.policyVersion = policyVersion;
  draft.stress = decision.stress;
  draft.signalCount += 1;
  if (known?.state !== 'FIRING') draft.firingAlertCount += 1;
  draft.lastSignalAt = laterOf(now, incident.lastSignalAt);
  if (isNewlyCritical) draft.criticalAt = now;
  draft.updatedAt = now;
  draft.memory = afterSignal(incident.memory, remembered, policy, {
    belowSinceMs: move.memory.belowSinceMs,
    heldBy: move.memory.heldBy,
    keyed,
    flapping: flapsAfter(before, known, alert),
  });
  // An incident that nothing would have looked at may have come under the other rule for quietness.
  if (keyed !== before.memory.keyed) draft.reviewAt ??= reviewAtAfter(draft, policy);
  draft.risk = riskLevelOf(draft, policy, now);
  incident = draft;

  const overridden = incident.overriddenSeverity !== null;
  if (move.moved !== null) {
    const raised = move.moved === 'raised';
    const from = engineSeverityOf(before);
    const stays = overridden ? ` (stays ${incident.severity}: overridden by ${incident.overriddenBy})` : '';
    const message = `${raised ? 'Raised' : 'Lowered'} from ${from} to ${move.severity}${stays}: ${decision.reason}`;
    const eventKind = raised ? 'SEVERITY_RAISED' : 'SEVERITY_LOWERED';
    events.push(ruleEvent(before, eventKind, now, `severity.${move.moved}`, message));
    const putBack = transitionOf(incident.status, 'severityRaised');
    if (!overridden) kind = heavierKind(kind, 'SEVERITY_CHANGED');
    if (!overridden && raised && policy.lifecycle.unacknowledgeOnRaise && putBack.is === 'move') {
      incident = putBackToOpen(incident, now, policy);
      kind = heavierKind(kind, 'UNACKNOWLEDGED');
      events.push(ruleEvent(before, 'UNACKNOWLEDGED', now, putBack.ruleId, `Open again: ${message}`));
    }
    incident = waitingBySeverity(incident, now, policy);
    incident = { ...incident, risk: riskLevelOf(incident, policy, now) };
  }
  // A flapping alert tells nobody that it is worse again, unless it is CRITICAL for the first time.
  const damped = alert.flapping && (incident.severity !== 'CRITICAL' || before.criticalAt !== null);
  if ((move.moved === 'raised' && !overridden && !damped) || reopening.is === 'move') {
    intents.push(...notificationsFor(incident, policy, decision.reason));
  }

  const consequences = together(
    { changed: [{ incident, kind }], events, escalations: [], intents },
    escalateAtRisk(incident, before.risk, policy, policyVersion, now, newId),
  );
  return {
    outcome: reopening.is === 'move' ? 'REOPENED' : 'JOINED',
    incident: latest(incident, consequences),
    alert,
    changed: consequences.changed,
    events: consequences.events,
    escalations: consequences.escalations,
    intents: consequences.intents,
  };
}

/** A reopened incident that is CRITICAL still counts as newly so: the systemic rule asks what goes wrong now. */
function becameCritical(before: Incident, severity: Incident['severity'], reopened: boolean): boolean {
  return severity === 'CRITICAL' && (reopened || before.severity !== 'CRITICAL');
}
