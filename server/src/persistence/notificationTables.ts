import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgEnum, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { notificationKinds, notificationStatuses } from '../domain/notification.ts';
import { moment } from './momentColumn.ts';
import { severityType } from './tables.ts';

/** Messages to a target that count against its rate: those under way, and those that it got within the last minutes. */
export const notificationSlotTable = pgTable(
  'notification_slot',
  {
    /** The message's. */
    key: text('key').primaryKey(),
    target: text('target').notNull(),
    claimedAt: moment('claimed_at').notNull(),
    /** Null while it is under way. */
    sentAt: moment('sent_at'),
  },
  (table) => [index('notification_slot_of_target').on(table.target)],
);

/** Notifications beyond a target's rate, until a message has taken them along. */
export const heldNotificationTable = pgTable(
  'held_notification',
  {
    key: text('key').primaryKey(),
    target: text('target').notNull(),
    incidentId: uuid('incident_id').notNull(),
    severity: severityType('severity').notNull(),
    reason: text('reason').notNull(),
    runs: boolean('runs').notNull(),
    policyVersion: integer('policy_version').notNull(),
    heldAt: moment('held_at').notNull(),
    /** The message that takes it along; null while it waits for one. */
    messageKey: text('message_key'),
  },
  (table) => [
    index('held_notification_waiting').on(table.target, table.severity).where(sql`message_key is null`),
    index('held_notification_of_message').on(table.messageKey),
  ],
);

export const notificationKindType = pgEnum('notification_kind', notificationKinds);
export const notificationStatusType = pgEnum('notification_status', notificationStatuses);

/** What was decided to be sent of incidents, and what became of it. */
export const notificationTable = pgTable(
  'notification',
  {
    /** The job's key. */
    id: text('id').primaryKey(),
    incidentId: uuid('incident_id').notNull(),
    target: text('target').notNull(),
    kind: notificationKindType('kind').notNull(),
    severity: severityType('severity').notNull(),
    reason: text('reason').notNull(),
    status: notificationStatusType('status').notNull(),
    createdAt: moment('created_at').notNull(),
    settledAt: moment('settled_at'),
    nextAttemptAt: moment('next_attempt_at'),
    /** The message that tells of it: its own, or one that took it along. */
    messageKey: text('message_key').notNull(),
  },
  (table) => [
    index('notification_of_incident').on(table.incidentId, table.createdAt),
    index('notification_created_at').using('brin', table.createdAt),
  ],
);

/** A message's attempts, whose outcome is written with the job's. */
export const notificationAttemptTable = pgTable(
  'notification_attempt',
  {
    messageKey: text('message_key').notNull(),
    number: smallint('number').notNull(),
    at: moment('at').notNull(),
    delivered: boolean('delivered').notNull(),
    detail: text('detail').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.messageKey, table.number] }),
    index('notification_attempt_at').using('brin', table.at),
  ],
);
