import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
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
