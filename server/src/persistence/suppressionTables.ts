import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Matcher } from '../domain/matcher.ts';
import type { Label } from '../domain/signal.ts';
import type { Suppressor } from '../domain/suppression.ts';
import { moment } from './momentColumn.ts';
import { severityType } from './tables.ts';

export const silenceTable = pgTable(
  'silence',
  {
    id: uuid('id').primaryKey(),
    matchers: jsonb('matchers').$type<Matcher[]>().notNull(),
    startsAt: moment('starts_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    author: text('author').notNull(),
    comment: text('comment').notNull(),
    createdAt: moment('created_at').notNull(),
    expiredBy: text('expired_by'),
    suppressedCount: integer('suppressed_count').notNull().default(0),
  },
  // Every batch of signals asks for those that have not ended.
  (table) => [index('silence_ends_at').on(table.endsAt)],
);

export const maintenanceWindowTable = pgTable(
  'maintenance_window',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    matchers: jsonb('matchers').$type<Matcher[]>().notNull(),
    startsAt: moment('starts_at').notNull(),
    durationMinutes: integer('duration_minutes').notNull(),
    rule: text('rule'),
    timeZone: text('time_zone').notNull(),
    /** Null when its rule never ends. */
    endsAt: moment('ends_at'),
    author: text('author').notNull(),
    comment: text('comment'),
    createdAt: moment('created_at').notNull(),
    deletedBy: text('deleted_by'),
    suppressedCount: integer('suppressed_count').notNull().default(0),
  },
  (table) => [index('maintenance_window_ends_at').on(table.endsAt)],
);

/** Alerts that are held back and belong to no incident; the row goes when the alert ends or opens an incident. */
export const suppressedAlertTable = pgTable(
  'suppressed_alert',
  {
    dedupKey: text('dedup_key').notNull(),
    historical: boolean('historical').notNull(),
    source: text('source').notNull(),
    service: text('service').notNull(),
    title: text('title').notNull(),
    url: text('url'),
    severity: severityType('severity').notNull(),
    labels: jsonb('labels').$type<Label[]>().notNull(),
    signalCount: integer('signal_count').notNull(),
    firstSeenAt: moment('first_seen_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull(),
    staleAt: moment('stale_at'),
    suppressedBy: jsonb('suppressed_by').$type<Suppressor[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.dedupKey, table.historical] })],
);
