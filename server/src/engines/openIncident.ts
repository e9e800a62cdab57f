import type { IncidentId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import type { Signal } from '../domain/signal.ts';
import { notificationsFor } from './action.ts';
import { withSignal } from './alertState.ts';
import { isKeyed } from './correlation.ts';
import type { Decided } from './decided.ts';
import { nextEscalationAt } from './escalation.ts';
import { newMemory } from './memory.ts';
import { ruleEvent } from './outcome.ts';
import { reviewAtAfter } from './quiet.ts';
import type { Consequences, Situation, Verdict } from './verdict.ts';

type Opened = Consequences & Pick<Verdict, 'outcome' | 'alert'> & { readonly incident: Incident };

/** A new incident with its first alert. */
export function openIncident(situation: Situation, signal: Signal, { decision, load }: Decided): Opened {
  const { policy, policyVersion, now, groupKey, newId } = situation;
  const keyed = isKeyed(signal, groupKey);
  const memory = newMemory({ now, load }, { keyed, heldBy: signal.dedupKey }, policy);
  const start = { status: 'OPEN', severity: decision.severity, escalationsFired: 0, snoozedUntil: null } as const;
  // Written out: spreading into so large a literal makes V8 grow it property by property, ten times as slow.
  const incident: Incident = {
    id: newId<IncidentId>(),
    number: 0,
    title: signal.title,
    service: signal.service,
    source: signal.source,
    severity: start.severity,
    highestSeverity: start.severity,
    status: start.status,
    stress: decision.stress,
    risk: 0,
    signalCount: 1,
    firingAlertCount: 1,
    decision,
    openedAt: now,
    firstAcknowledgedAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    firstResolvedAt: null,
    resolvedAt: null,
    resolvedBy: null,
    resolvedByRule: null,
    reopenCount: 0,
    lastSignalAt: now,
    criticalAt: decision.severity === 'CRITICAL' ? now : null,
    nextEscalationAt: nextEscalationAt(start, policy, now),
    firstEscalatedAt: null,
    escalationsFired: start.escalationsFired,
    escalationEpisode: 0,
    acknowledgementLapsesAt: null,
    firstSnoozedAt: null,
    snoozedUntil: null,
    assignee: null,
    overriddenSeverity: null,
    overriddenBy: null,
    overrideReason: null,
    mergedInto: null,
    parentId: null,
    reviewAt: reviewAtAfter({ memory }, policy),
    updatedAt: now,
    historical: signal.historical,
    policyVersion,
    groupKey,
    labels: signal.labels,
    memory,
  };
  const message = `Opened as ${decision.severity}: ${decision.reason}`;
  return {
    outcome: 'OPENED',
    incident,
    alert: withSignal(null, signal, incident, 'FIRING', situation),
    changed: [{ incident, kind: 'OPENED' }],
    events: [{ ...ruleEvent(incident, 'OPENED', now, 'correlation.open', message), note: ownBecause(situation) }],
    escalations: [],
    intents: notificationsFor(incident, policy, decision.reason),
  };
}

/** Why it joined nothing that is open, where that had to be judged. */
function ownBecause({ placement }: Situation): string | null {
  return placement === null || placement.joins !== null ? null : `An incident of its own: ${placement.reason}.`;
}
