import { index, integer, jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import type { LearnedModel } from '../engines/learnedModel.ts';
import type { HeldOut } from '../engines/learnedSeverity.ts';
import { moment } from './momentColumn.ts';

export const serviceTable = pgTable('service', {
  name: text('name').primaryKey(),
  tier: smallint('tier').notNull(),
  owner: text('owner'),
  description: text('description'),
});

export const serviceDependencyTable = pgTable(
  'service_dependency',
  {
    service: text('service')
      .notNull()
      .references(() => serviceTable.name),
    dependsOn: text('depends_on')
      .notNull()
      .references(() => serviceTable.name),
  },
  (table) => [
    primaryKey({ columns: [table.service, table.dependsOn] }),
    index('service_dependency_depends_on').on(table.dependsOn),
  ],
);

/** One row: grows with every change of the catalogue and every model, so that all servers see at once that there is something new. */
export const knowledgeVersionTable = pgTable('knowledge_version', {
  id: smallint('id').primaryKey(),
  catalogue: integer('catalogue').notNull(),
  model: integer('model').notNull(),
});

/** What was learned from corrected severities. Rows are only ever added. */
export const learnedModelTable = pgTable('learned_model', {
  version: integer('version').primaryKey(),
  model: jsonb('model').$type<LearnedModel>().notNull(),
  samples: integer('samples').notNull(),
  heldOut: jsonb('held_out').$type<HeldOut>(),
  trainedBy: text('trained_by').notNull(),
  trainedAt: moment('trained_at').notNull(),
});
