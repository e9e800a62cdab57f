import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { trainingStates } from '../domain/training.ts';
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

export const trainingStateType = pgEnum('training_state', trainingStates);

/** Each time that somebody asked for a model, and what became of it. */
export const severityTrainingTable = pgTable(
  'severity_training',
  {
    id: uuid('id').primaryKey(),
    state: trainingStateType('state').notNull(),
    from: moment('from').notNull(),
    to: moment('to').notNull(),
    askedBy: text('asked_by').notNull(),
    askedAt: moment('asked_at').notNull(),
    endedAt: moment('ended_at'),
    message: text('message'),
    modelVersion: integer('model_version'),
  },
  (table) => [
    uniqueIndex('severity_training_one_running').on(table.state).where(sql`state = 'RUNNING'`),
    index('severity_training_asked_at').on(table.askedAt),
  ],
);
