import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  json,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { roles } from '../domain/access.ts';
import { changeKinds } from '../domain/change.ts';
import type { Decision } from '../domain/decision.ts';
import type { IncidentPatch } from '../domain/history.ts';
import type { IncidentId } from '../domain/ids.ts';
import { type Incident, type IncidentMemory, incidentStatuses } from '../domain/incident.ts';
import { severities } from '../domain/severity.ts';
import { type Label, type MetricReading, signalOutcomes, signalStates } from '../domain/signal.ts';
import { timelineKinds } from '../domain/timeline.ts';
import type { BaselineState } from '../engines/baseline.ts';
import { moment } from './momentColumn.ts';

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** Enumerated types compare in the order of their values: severities from LOW to CRITICAL. */
export const severityType = pgEnum('severity', severities);
export const incidentStatusType = pgEnum('incident_status', incidentStatuses);
export const signalStateType = pgEnum('signal_state', signalStates);
export const signalOutcomeType = pgEnum('signal_outcome', signalOutcomes);
export const timelineKindType = pgEnum('timeline_kind', timelineKinds);
export const changeKindType = pgEnum('change_kind', changeKinds);
export const roleType = pgEnum('role', roles);

export const tokenTable = pgTable('token', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  role: roleType('role').notNull(),
  /** SHA-256 of the secret. */
  hash: bytes('hash').notNull().unique(),
  createdAt: moment('created_at').notNull(),
  revokedAt: moment('revoked_at'),
});

/** Partitioned by the day of receipt in the migration; ids are ordered by time, so the key's index stays warm at its end. */
export const signalTable = pgTable(
  'signal',
  {
    id: uuid('id').notNull(),
    receivedAt: moment('received_at').notNull(),
    occurredAt: moment('occurred_at').notNull(),
    source: text('source').notNull(),
    service: text('service').notNull(),
    title: text('title').notNull(),
    description: text('description'),
    url: text('url'),
    state: signalStateType('state').notNull(),
    dedupKey: text('dedup_key').notNull(),
    groupKey: text('group_key'),
    reportedSeverity: severityType('reported_severity'),
    confidence: doublePrecision('confidence'),
    // As text: nothing looks inside in SQL, and the binary form costs a third of the whole row's insert.
    metrics: json('metrics').$type<MetricReading[]>().notNull(),
    labels: json('labels').$type<Label[]>().notNull(),
    historical: boolean('historical').notNull(),
    outcome: signalOutcomeType('outcome').notNull(),
    incidentId: uuid('incident_id'),
    decision: json('decision').$type<Decision>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.id, table.receivedAt] }),
    // For reading a stretch of time in order. Rows come in that order, so this costs next to nothing.
    index('signal_received_at').using('brin', table.receivedAt).with({ autosummarize: true }),
  ],
);

export const incidentTable = pgTable(
  'incident',
  {
    id: uuid('id').primaryKey(),
    number: integer('number').notNull().generatedAlwaysAsIdentity(),
    title: text('title').notNull(),
    service: text('service').notNull(),
    source: text('source').notNull().default(''),
    severity: severityType('severity').notNull(),
    highestSeverity: severityType('highest_severity').notNull().default('LOW'),
    status: incidentStatusType('status').notNull(),
    stress: doublePrecision('stress').notNull(),
    risk: doublePrecision('risk').notNull(),
    signalCount: integer('signal_count').notNull(),
    firingAlertCount: integer('firing_alert_count').notNull(),
    decision: json('decision').$type<Decision>().notNull(),
    openedAt: moment('opened_at').notNull(),
    firstAcknowledgedAt: moment('first_acknowledged_at'),
    acknowledgedAt: moment('acknowledged_at'),
    acknowledgedBy: text('acknowledged_by'),
    firstResolvedAt: moment('first_resolved_at'),
    resolvedAt: moment('resolved_at'),
    resolvedBy: text('resolved_by'),
    resolvedByRule: boolean('resolved_by_rule'),
    reopenCount: integer('reopen_count').notNull(),
    lastSignalAt: moment('last_signal_at').notNull(),
    criticalAt: moment('critical_at'),
    nextEscalationAt: moment('next_escalation_at'),
    firstEscalatedAt: moment('first_escalated_at'),
    escalationsFired: integer('escalations_fired').notNull(),
    escalationEpisode: integer('escalation_episode').notNull().default(0),
    acknowledgementLapsesAt: moment('acknowledgement_lapses_at'),
    firstSnoozedAt: moment('first_snoozed_at'),
    snoozedUntil: moment('snoozed_until'),
    assignee: text('assignee'),
    overriddenSeverity: severityType('overridden_severity'),
    overriddenBy: text('overridden_by'),
    overrideReason: text('override_reason'),
    mergedInto: uuid('merged_into').$type<IncidentId>(),
    parentId: uuid('parent_id').$type<IncidentId>(),
    reviewAt: moment('review_at'),
    updatedAt: moment('updated_at').notNull(),
    historical: boolean('historical').notNull(),
    policyVersion: integer('policy_version').notNull(),
    groupKey: text('group_key'),
    labels: jsonb('labels').$type<Label[]>().notNull(),
    memory: json('memory').$type<IncidentMemory>().notNull(),
  },
  // No index on a column that every signal changes: it would cost the update its place in the same page.
  (table) => [
    uniqueIndex('incident_number').on(table.number),
    uniqueIndex('incident_one_open_per_group').on(table.groupKey, table.historical).where(sql`status <> 'RESOLVED'`),
    index('incident_resolved_of_group').on(table.groupKey, table.resolvedAt).where(sql`status = 'RESOLVED'`),
    index('incident_unresolved_of_service').on(table.service).where(sql`status <> 'RESOLVED'`),
    index('incident_opened_at').on(table.openedAt, table.id),
    index('incident_unresolved').on(table.severity, table.openedAt).where(sql`status <> 'RESOLVED'`),
    index('incident_critical_at').on(table.criticalAt).where(sql`critical_at is not null`),
    index('incident_resolved_at').on(table.resolvedAt).where(sql`resolved_at is not null`),
    index('incident_next_escalation')
      .on(table.nextEscalationAt)
      .where(sql`next_escalation_at is not null and not historical`),
    index('incident_snoozed').on(table.snoozedUntil).where(sql`snoozed_until is not null`),
    index('incident_acknowledgement_lapses')
      .on(table.acknowledgementLapsesAt)
      .where(sql`acknowledgement_lapses_at is not null`),
    index('incident_merged_into').on(table.mergedInto).where(sql`merged_into is not null`),
    index('incident_parent').on(table.parentId).where(sql`parent_id is not null`),
    index('incident_review').on(table.reviewAt).where(sql`review_at is not null and not historical`),
  ],
);

export const alertTable = pgTable(
  'alert',
  {
    id: uuid('id').primaryKey(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incidentTable.id),
    dedupKey: text('dedup_key').notNull(),
    source: text('source').notNull(),
    service: text('service').notNull(),
    title: text('title').notNull(),
    url: text('url'),
    state: signalStateType('state').notNull(),
    signalCount: integer('signal_count').notNull(),
    firstSeenAt: moment('first_seen_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull(),
    labels: jsonb('labels').$type<Label[]>().notNull(),
    metrics: json('metrics').$type<MetricReading[]>().notNull(),
    stateHistory: integer('state_history').notNull().default(0),
    stateCheckedAt: moment('state_checked_at').notNull().defaultNow(),
    flapping: boolean('flapping').notNull().default(false),
    /** The incident that brought it, when that was merged into this one. */
    broughtBy: uuid('brought_by').references(() => incidentTable.id),
  },
  (table) => [
    unique('alert_once_per_incident').on(table.incidentId, table.dedupKey),
    index('alert_firing').on(table.dedupKey).where(sql`state = 'FIRING'`),
  ],
);

export const timelineTable = pgTable(
  'timeline',
  {
    id: bigint('id', { mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incidentTable.id),
    kind: timelineKindType('kind').notNull(),
    at: moment('at').notNull(),
    actor: text('actor').notNull(),
    ruleId: text('rule_id').notNull(),
    message: text('message').notNull(),
    note: text('note'),
    /** The token that it was done with; null for a rule. */
    tokenId: text('token_id'),
    /** The notification whose end it tells. */
    notificationId: text('notification_id'),
    /** What it changed of the incident; folding an incident's patches gives its state at any time. */
    patch: jsonb('patch').$type<IncidentPatch>().notNull().default({}),
  },
  (table) => [index('timeline_of_incident').on(table.incidentId, table.id)],
);

export const escalationTable = pgTable(
  'escalation',
  {
    id: uuid('id').primaryKey(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incidentTable.id),
    /** The signal that set it off; null when the clock did. */
    signalId: uuid('signal_id'),
    policyVersion: integer('policy_version').notNull(),
    episode: integer('episode').notNull(),
    step: smallint('step').notNull(),
    repeat: smallint('repeat').notNull(),
    factor: text('factor').notNull(),
    reason: text('reason').notNull(),
    targets: jsonb('targets').$type<string[]>().notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    unique('escalation_once').on(table.incidentId, table.policyVersion, table.episode, table.step, table.repeat),
    index('escalation_of_signal').on(table.signalId).where(sql`signal_id is not null`),
  ],
);

/** What subscriptions deliver. */
export const changeTable = pgTable(
  'change',
  {
    position: bigint('position', { mode: 'number' }).primaryKey(),
    incidentId: uuid('incident_id').notNull(),
    kind: changeKindType('kind').notNull(),
    at: moment('at').notNull(),
    previous: json('previous').$type<Pick<Incident, 'status' | 'severity'>>(),
    /** The incident as JSON, as it stood after the change. */
    incident: json('incident').notNull(),
  },
  (table) => [index('change_of_incident').on(table.incidentId, table.at), index('change_at').using('brin', table.at)],
);

/** One row: the position of the last change, and what tells this database's cursors from any other's. */
export const feedTable = pgTable('feed', {
  id: smallint('id').primaryKey(),
  epoch: text('epoch').notNull(),
  head: bigint('head', { mode: 'number' }).notNull(),
  /** How many batches of signals were decided. */
  batches: bigint('batches', { mode: 'number' }).notNull().default(0),
  /** The last of them: with the head it says whether what a server remembers is still so. */
  lastBatch: uuid('last_batch'),
});

/** Short hashes in a table of their own: a unique text key on the signals would double their cost. */
export const idempotencyTable = pgTable(
  'idempotency',
  {
    /** The first 16 bytes of SHA-256 of the key. */
    keyHash: bytes('key_hash').primaryKey(),
    signalId: uuid('signal_id').notNull(),
    receivedAt: moment('received_at').notNull(),
  },
  (table) => [index('idempotency_received_at').using('brin', table.receivedAt)],
);

export const baselineTable = pgTable('baseline', {
  key: text('key').primaryKey(),
  state: json('state').$type<BaselineState>().notNull(),
});

/** Counts by minute and service, kept in the transaction that makes them, so that nobody counts raw rows. */
export const tallyTable = pgTable(
  'tally',
  {
    minute: moment('minute').notNull(),
    service: text('service').notNull(),
    signals: integer('signals').notNull(),
    alerts: integer('alerts').notNull(),
    incidents: integer('incidents').notNull(),
    notifications: integer('notifications').notNull(),
    suppressed: integer('suppressed').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.minute, table.service] })],
);
