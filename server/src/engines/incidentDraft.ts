import type { Incident } from '../domain/incident.ts';

/** An incident that is being made: until it is handed out nobody else sees it, so it may be written to. */
export type IncidentDraft = { -readonly [Field in keyof Incident]: Incident[Field] };

/**
 * A copy to be changed. Written out for the path of every signal: V8 spreads an object with so many fields, some of them fractions,
 * property by property, eight times as slow.
 */
export function draftOf(incident: Incident): IncidentDraft {
  return {
    id: incident.id,
    number: incident.number,
    title: incident.title,
    service: incident.service,
    source: incident.source,
    severity: incident.severity,
    highestSeverity: incident.highestSeverity,
    status: incident.status,
    stress: incident.stress,
    risk: incident.risk,
    signalCount: incident.signalCount,
    firingAlertCount: incident.firingAlertCount,
    decision: incident.decision,
    openedAt: incident.openedAt,
    firstAcknowledgedAt: incident.firstAcknowledgedAt,
    acknowledgedAt: incident.acknowledgedAt,
    acknowledgedBy: incident.acknowledgedBy,
    firstResolvedAt: incident.firstResolvedAt,
    resolvedAt: incident.resolvedAt,
    resolvedBy: incident.resolvedBy,
    resolvedByRule: incident.resolvedByRule,
    reopenCount: incident.reopenCount,
    lastSignalAt: incident.lastSignalAt,
    criticalAt: incident.criticalAt,
    nextEscalationAt: incident.nextEscalationAt,
    firstEscalatedAt: incident.firstEscalatedAt,
    escalationsFired: incident.escalationsFired,
    escalationEpisode: incident.escalationEpisode,
    acknowledgementLapsesAt: incident.acknowledgementLapsesAt,
    firstSnoozedAt: incident.firstSnoozedAt,
    snoozedUntil: incident.snoozedUntil,
    assignee: incident.assignee,
    overriddenSeverity: incident.overriddenSeverity,
    overriddenBy: incident.overriddenBy,
    overrideReason: incident.overrideReason,
    mergedInto: incident.mergedInto,
    parentId: incident.parentId,
    reviewAt: incident.reviewAt,
    updatedAt: incident.updatedAt,
    historical: incident.historical,
    policyVersion: incident.policyVersion,
    groupKey: incident.groupKey,
    labels: incident.labels,
    memory: incident.memory,
  };
}
