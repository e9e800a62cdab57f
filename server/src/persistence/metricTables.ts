import { bigint, boolean, customType, integer, pgEnum, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { cellKinds } from '../engines/metrics/cells.ts';
import { moment } from './momentColumn.ts';
import { severityType } from './tables.ts';

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

export const metricCellKindType = pgEnum('metric_cell_kind', cellKinds);

/** Figures of the incidents of an hour or a day, changed in the transactions that change the incidents: see addCells.ts. */
export const metricCellTable = pgTable(
  'metric_cell',
  {
    kind: metricCellKindType('kind').notNull(),
    start: moment('start').notNull(),
    value: text('value').notNull(),
    severity: severityType('severity').notNull(),
    highestSeverity: severityType('highest_severity').notNull(),
    historical: boolean('historical').notNull(),
    opened: integer('opened').notNull(),
    acknowledged: integer('acknowledged').notNull(),
    resolved: integer('resolved').notNull(),
    reopened: integer('reopened').notNull(),
    escalated: integer('escalated').notNull(),
    acknowledgePending: integer('acknowledge_pending').notNull(),
    firstResolvePending: integer('first_resolve_pending').notNull(),
    respondPending: integer('respond_pending').notNull(),
    stressThousandths: bigint('stress_thousandths', { mode: 'number' }).notNull(),
    acknowledgeSketch: bytes('acknowledge_sketch').notNull(),
    resolveByPeopleSketch: bytes('resolve_by_people_sketch').notNull(),
    resolveByRuleSketch: bytes('resolve_by_rule_sketch').notNull(),
    firstResolveSketch: bytes('first_resolve_sketch').notNull(),
    respondSketch: bytes('respond_sketch').notNull(),
    /** How long the sketches were together when each bucket stood in them once: they grow by appending. */
    compactBytes: integer('compact_bytes').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'metric_cell_pk',
      columns: [table.kind, table.start, table.value, table.severity, table.highestSeverity, table.historical],
    }),
  ],
);

/** One row, once the cells of what was there before them have been built. */
export const metricBuildTable = pgTable('metric_build', {
  id: smallint('id').primaryKey(),
  builtAt: moment('built_at').notNull(),
  /** When they were last compared with the incidents; building them counts. */
  checkedAt: moment('checked_at'),
});

/** How much the alerts of a key sent on a day, by UTC: see alertNoise.ts. */
export const noisyAlertTable = pgTable(
  'noisy_alert',
  {
    day: moment('day').notNull(),
    dedupKey: text('dedup_key').notNull(),
    historical: boolean('historical').notNull(),
    service: text('service').notNull(),
    title: text('title').notNull(),
    source: text('source').notNull(),
    signals: integer('signals').notNull(),
    occurrences: integer('occurrences').notNull(),
  },
  (table) => [primaryKey({ name: 'noisy_alert_pk', columns: [table.day, table.dedupKey, table.historical] })],
);
