import { averageStress, durationOf } from '../../../application/metrics/figureGroup.ts';
import type { TableRow, TableShape } from '../../../application/metrics/metricsTable.ts';
import type { MeasuredDuration } from '../../../engines/metrics/figures.ts';

export type Cell = string | number | null;

/** Columns that are found together. */
export interface Columns {
  readonly names: readonly string[];
  readonly valuesOf: (row: TableRow) => readonly Cell[];
}

/** The columns of a table, in their order. Durations are in seconds, to the millisecond. */
export function columnsOf({ bySeverity, dimension }: TableShape): Columns[] {
  return [
    { names: ['from', 'to'], valuesOf: ({ from, to }) => [from.toISOString(), to.toISOString()] },
    ...(dimension === null ? [] : [{ names: [nameOf(dimension)], valuesOf: ({ key }: TableRow) => [key] }]),
    ...(bySeverity ? [{ names: ['severity'], valuesOf: ({ severity }: TableRow) => [severity] }] : []),
    counts,
    durationColumns('mtta', 'acknowledge'),
    durationColumns('mttr', 'resolve'),
    durationColumns('mttr_by_people', 'resolveByPeople'),
    durationColumns('mttr_automatic', 'resolveByRule'),
    durationColumns('mttr_first', 'firstResolve'),
    durationColumns('time_to_respond', 'respond'),
  ];
}

const counts: Columns = {
  names: ['opened', 'acknowledged', 'resolved', 'reopened', 'escalated', 'average_stress'],
  valuesOf: (row) => {
    const { opened, acknowledged, resolved, reopened, escalated } = row.figures.counts;
    return [opened, acknowledged, resolved, reopened, escalated, rounded(averageStress(row))];
  },
};

function nameOf(dimension: NonNullable<TableShape['dimension']>): string {
  return dimension.by === 'label' ? 'label_value' : dimension.by;
}

function durationColumns(name: string, duration: MeasuredDuration): Columns {
  const statistics = ['mean', 'p50', 'p90', 'p95', 'max'].map((statistic) => `${statistic}_seconds`);
  return {
    names: ['n', 'pending', 'not_applicable', ...statistics].map((column) => `${name}_${column}`),
    valuesOf: (row) => {
      const stats = durationOf(row, duration);
      const seconds = [stats.meanSeconds, stats.p50Seconds, stats.p90Seconds, stats.p95Seconds, stats.maxSeconds];
      return [stats.n, stats.pending, stats.notApplicable, ...seconds.map(rounded)];
    },
  };
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1_000) / 1_000;
}
