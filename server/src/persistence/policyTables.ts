import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Policy } from '../engines/policy.ts';
import { moment } from './momentColumn.ts';

export const policyTable = pgTable(
  'policy',
  {
    version: integer('version').primaryKey().generatedAlwaysAsIdentity(),
    name: text('name').notNull(),
    document: jsonb('document').$type<Policy>().notNull(),
    active: boolean('active').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: moment('created_at').notNull(),
    note: text('note'),
  },
  (table) => [uniqueIndex('policy_one_active').on(table.active).where(sql`active`)],
);

/** Which version was put in force when, by whom and why. Rows are only ever added. */
export const policyActivationTable = pgTable(
  'policy_activation',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    version: integer('version')
      .notNull()
      .references(() => policyTable.version),
    /** What was in force before; null for the first. */
    previousVersion: integer('previous_version').references(() => policyTable.version),
    activatedBy: text('activated_by').notNull(),
    activatedAt: moment('activated_at').notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [index('policy_activation_of_version').on(table.version, table.id)],
);
