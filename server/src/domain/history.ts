import type { Incident } from './incident.ts';

/** What an incident's timeline promises: folding it gives exactly these fields of the incident, at any time. */
export const foldedFields = [
  'title',
  'service',
  'source',
  'historical',
  'groupKey',
  'openedAt',
  'severity',
  'highestSeverity',
  'decision',
  'policyVersion',
  'criticalAt',
  'status',
  'firstAcknowledgedAt',
  'acknowledgedAt',
  'acknowledgedBy',
  'firstResolvedAt',
  'resolvedAt',
  'resolvedBy',
  'resolvedByRule',
  'reopenCount',
  'firstEscalatedAt',
  'escalationsFired',
  'escalationEpisode',
  'firstSnoozedAt',
  'snoozedUntil',
  'assignee',
  'overriddenSeverity',
  'overriddenBy',
  'overrideReason',
  'mergedInto',
  'parentId',
] as const satisfies readonly (keyof Incident)[];

/** What signals and the clock move without an event: each event says how they stood after it, and the fold is as old as its last event. */
export const countedFields = [
  'stress',
  'risk',
  'signalCount',
  'firingAlertCount',
  'lastSignalAt',
  'nextEscalationAt',
  'acknowledgementLapsesAt',
] as const satisfies readonly (keyof Incident)[];

/** The fields above that are moments: JSON keeps them as text. */
export const foldedMoments = [
  'openedAt',
  'criticalAt',
  'firstAcknowledgedAt',
  'acknowledgedAt',
  'firstResolvedAt',
  'resolvedAt',
  'firstEscalatedAt',
  'firstSnoozedAt',
  'snoozedUntil',
  'lastSignalAt',
  'nextEscalationAt',
  'acknowledgementLapsesAt',
] as const satisfies readonly ((typeof foldedFields)[number] | (typeof countedFields)[number])[];

export type LifecycleFields = Pick<Incident, (typeof foldedFields)[number]>;
export type CountedFields = Pick<Incident, (typeof countedFields)[number]>;

/** An incident as its timeline tells it. */
export type FoldedIncident = LifecycleFields & CountedFields;

/** What one event changed. */
export type IncidentPatch = Partial<FoldedIncident>;
