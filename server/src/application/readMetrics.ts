import { type Severity, severities } from '../domain/severity.ts';
import { type DurationStats, durationStats } from '../engines/metrics/durationStats.ts';
import { noiseLedger } from '../engines/metrics/noiseLedger.ts';
import {
  type CellQuery,
  type MetricCell,
  readBucketStarts,
  readMetricCells,
  readTallyTotals,
} from '../persistence/metricCells.ts';
import type { App } from './app.ts';
import { InvalidArgument } from './invalidArgument.ts';
import { checkBucket, checkRange, fittingBucket, type TimeBucket, type TimeRange } from './metricsRange.ts';

export interface MetricsFilter {
  readonly severity?: readonly Severity[] | null;
  readonly service?: readonly string[] | null;
  readonly historical?: boolean | null;
}

/** Figures of some incidents; see the SDL for what each counts. */
export interface ResponseFigures {
  readonly opened: number;
  readonly mtta: DurationStats;
  readonly mttr: DurationStats;
}

export interface MetricsPoint extends ResponseFigures {
  readonly from: Date;
  readonly to: Date;
  readonly bySeverity: readonly { severity: Severity; count: number }[];
  readonly averageStress: number | null;
}

export interface Metrics extends ResponseFigures {
  readonly from: Date;
  readonly to: Date;
  readonly mttrByPeople: DurationStats;
  readonly mttrAutomatic: DurationStats;
  readonly acknowledged: number;
  readonly resolved: number;
  readonly reopened: number;
  readonly escalated: number;
  readonly averageStress: number | null;
  readonly bySeverity: readonly (ResponseFigures & { severity: Severity })[];
  byService(first: number): readonly (ResponseFigures & { service: string })[];
  series(bucket: TimeBucket | null): Promise<readonly MetricsPoint[]>;
  readonly noise: ReturnType<typeof noiseLedger>;
}

const mostServices = 500;

/** Response and noise figures of the incidents opened in a range. Throws InvalidArgument when an argument is out of bounds. */
export async function readMetrics(
  app: App,
  range: TimeRange,
  filter: MetricsFilter | null,
  bucket: TimeBucket | null,
): Promise<Metrics> {
  const timeZone = checkRange(range);
  const { severity = null, service = null, historical } = filter ?? {};
  if (service !== null && service.length > 100) {
    throw new InvalidArgument(['filter', 'service'], `service has ${service.length} values, at most 100 are allowed`);
  }
  const standardBucket = bucket ?? fittingBucket(range);
  if (bucket !== null) checkBucket(range, bucket);
  const { sql } = app.database;
  const query = { from: range.from, to: range.to, timeZone, severity, service, historical: historical ?? true };
  const cellsBy = (width: TimeBucket) => readMetricCells(sql, { ...query, unit: unitOf(width) });
  const [cells, totals] = await Promise.all([cellsBy(standardBucket), readTallyTotals(sql, query)]);
  return {
    from: range.from,
    to: range.to,
    ...responseFigures(cells),
    mttrByPeople: durations(cells, (cell) => cell.secondsToResolveByPeople),
    mttrAutomatic: durations(cells, (cell) => cell.secondsToResolveByRule),
    acknowledged: sum(cells, (cell) => cell.acknowledged),
    resolved: sum(cells, (cell) => cell.resolved),
    reopened: sum(cells, (cell) => cell.reopened),
    escalated: sum(cells, (cell) => cell.escalated),
    averageStress: averageStress(cells),
    bySeverity: severities.toReversed().flatMap((one) => {
      const some = cells.filter((cell) => cell.severity === one);
      return some.length === 0 ? [] : [{ severity: one, ...responseFigures(some) }];
    }),
    byService: (first) => {
      if (first < 1 || first > mostServices) {
        throw new InvalidArgument(['first'], `first is ${first}, from 1 to ${mostServices} is allowed`);
      }
      return groupBy(cells, (cell) => cell.service)
        .map(([name, some]) => ({ service: name, ...responseFigures(some) }))
        .sort((a, b) => b.opened - a.opened || a.service.localeCompare(b.service))
        .slice(0, first);
    },
    series: async (own) => {
      const width = own ?? standardBucket;
      checkBucket(range, width);
      return series(
        await readBucketStarts(sql, { ...query, unit: unitOf(width) }),
        range.to,
        width === standardBucket ? cells : await cellsBy(width),
      );
    },
    noise: noiseLedger(totals),
  };
}

function unitOf(bucket: TimeBucket): CellQuery['unit'] {
  return bucket.toLowerCase();
}

function series(starts: readonly Date[], end: Date, cells: readonly MetricCell[]): MetricsPoint[] {
  const byStart = new Map(groupBy(cells, (cell) => cell.bucket.getTime()));
  return starts.map((from, place) => {
    const some = byStart.get(from.getTime()) ?? [];
    const counts = groupBy(some, (cell) => cell.severity).map(([severity, ofSeverity]) => ({
      severity,
      count: sum(ofSeverity, (cell) => cell.opened),
    }));
    return {
      from,
      to: starts[place + 1] ?? end,
      ...responseFigures(some),
      bySeverity: counts,
      averageStress: averageStress(some),
    };
  });
}

function responseFigures(cells: readonly MetricCell[]): ResponseFigures {
  return {
    opened: sum(cells, (cell) => cell.opened),
    mtta: durations(cells, (cell) => cell.secondsToAcknowledge),
    mttr: durations(cells, (cell) => [...cell.secondsToResolveByPeople, ...cell.secondsToResolveByRule]),
  };
}

function durations(cells: readonly MetricCell[], secondsOf: (cell: MetricCell) => readonly number[]): DurationStats {
  const seconds = cells.flatMap(secondsOf);
  return durationStats(seconds, sum(cells, (cell) => cell.opened) - seconds.length);
}

function averageStress(cells: readonly MetricCell[]): number | null {
  const opened = sum(cells, (cell) => cell.opened);
  return opened === 0 ? null : sum(cells, (cell) => cell.stressSum) / opened;
}

function sum(cells: readonly MetricCell[], figureOf: (cell: MetricCell) => number): number {
  return cells.reduce((total, cell) => total + figureOf(cell), 0);
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): [Key, Item[]][] {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups];
}
