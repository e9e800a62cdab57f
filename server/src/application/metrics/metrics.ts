import type { TimeBucket } from '../../engines/metrics/bucketStarts.ts';
import { type MetricsChange, metricsChange } from '../../engines/metrics/metricsChange.ts';
import { type NoiseLedger, noiseLedger } from '../../engines/metrics/noiseLedger.ts';
import { previousRange } from '../../engines/metrics/previousRange.ts';
import type { IncidentSelection, Narrowing } from '../../persistence/incidentSelection.ts';
import { type NoisyAlert, readNoisiestAlerts } from '../../persistence/noisiestAlerts.ts';
import { readTallyTotals } from '../../persistence/tallyTotals.ts';
import type { App } from '../app.ts';
import { cleanLine } from '../cleanText.ts';
import { InvalidArgument } from '../invalidArgument.ts';
import { checkBucket } from '../metricsRange.ts';
import { comparedFigures } from './comparedFigures.ts';
import { byKey, bySeverity, type SeverityGroup, type SummedGroup, sumOf } from './figureGroup.ts';
import { hoursOf, type MetricsHour } from './hoursOf.ts';
import { type CheckedQuestion, checkFirst, checkQuestion, type MetricsQuestion } from './metricsQuestion.ts';
import { onceEach } from './onceEach.ts';
import { type OpenNow, readOpenNow } from './openNow.ts';
import { type Dimension, readFigureRows } from './readFigureRows.ts';
import { type MetricsPoint, readSeries } from './readSeries.ts';
import { readServiceLevel, type ServiceLevel } from './readServiceLevel.ts';

export interface KeyedGroup extends SummedGroup {
  readonly key: string | null;
}

/** What `metrics` of the contract answers: each part is read when it is asked for first, and once. */
export interface Metrics {
  readonly from: Date;
  readonly to: Date;
  readonly selection: IncidentSelection;
  whole(): Promise<SummedGroup>;
  bySeverity(): Promise<SeverityGroup[]>;
  byService(first: number): Promise<KeyedGroup[]>;
  bySource(first: number): Promise<KeyedGroup[]>;
  byResponder(first: number): Promise<KeyedGroup[]>;
  byLabel(name: string, first: number): Promise<KeyedGroup[]>;
  series(bucket: TimeBucket | null): Promise<MetricsPoint[]>;
  hours(): Promise<MetricsHour[]>;
  previous(): Promise<Metrics | null>;
  change(): Promise<MetricsChange | null>;
  openNow(): Promise<OpenNow>;
  serviceLevel(): Promise<ServiceLevel[]>;
  noise(): Promise<NoiseLedger>;
  noisiestAlerts(first: number): Promise<NoisyAlert[]>;
}

export const mostGroups = 500;
const mostNoisy = 100;
const mostNameLength = 100;

/** Throws InvalidArgument when an argument is out of its bounds. */
export function openMetrics(app: App, question: MetricsQuestion): Metrics {
  return metricsOf(app, checkQuestion(question));
}

function metricsOf(app: App, { selection, timeZone, bucket: standardBucket }: CheckedQuestion): Metrics {
  const { sql } = app.database;
  const [from, to] = [selection.opened.from.getTime(), selection.opened.to.getTime()];
  const once = onceEach();
  const rowsBy = (dimension: Dimension) => readFigureRows(sql, selection, [from, to], dimension);
  const whole = () => once('whole', async () => sumOf(await rowsBy({ by: 'service' }), selection));
  const points = (bucket: TimeBucket) => once(`series ${bucket}`, () => readSeries(app, selection, timeZone, bucket));
  const previous = () =>
    once('previous', async () => {
      const range = previousRange({ from, to }, timeZone);
      if (range === null) return null;
      const opened = { from: new Date(range.from), to: new Date(range.to) };
      return metricsOf(app, { timeZone, bucket: standardBucket, selection: { ...selection, opened } });
    });
  const keyed = async (dimension: Dimension, narrowingOf: (key: string | null) => Narrowing, first: number) => {
    checkFirst(first, mostGroups);
    const group = await once(JSON.stringify(dimension), async () => sumOf(await rowsBy(dimension), selection));
    return byKey(group, narrowingOf, first);
  };
  return {
    ...selection.opened,
    selection,
    whole,
    bySeverity: async () => bySeverity(await whole()),
    byService: async (first) => {
      checkFirst(first, mostGroups);
      return byKey(await whole(), serviceOf, first);
    },
    bySource: (first) => keyed({ by: 'source' }, (value) => ({ by: 'source', value }), first),
    byResponder: (first) => keyed({ by: 'responder' }, (value) => ({ by: 'responder', value }), first),
    byLabel: async (given, first) => {
      const name = cleanLine(given);
      if (name === '' || name.length > mostNameLength) {
        throw new InvalidArgument(['name'], `name must have 1 to ${mostNameLength} characters`);
      }
      return keyed({ by: 'label', name }, (value) => ({ by: 'label', name, value }), first);
    },
    series: async (own) => {
      const bucket = own ?? standardBucket;
      checkBucket(selection.opened, bucket);
      return points(bucket);
    },
    hours: () => once('hours', async () => hoursOf(sumOf(await rowsBy({ by: 'hour', timeZone }), selection), timeZone)),
    previous,
    change: async () => {
      const before = await previous();
      if (before === null) return null;
      const groups = await Promise.all([whole(), before.whole()]);
      return metricsChange(comparedFigures(groups[0]), comparedFigures(groups[1]));
    },
    openNow: () => once('openNow', () => readOpenNow(app, selection)),
    serviceLevel: () => once('serviceLevel', async () => readServiceLevel(app, await whole())),
    noise: () => once('noise', async () => noiseLedger(await readTallyTotals(sql, selection))),
    noisiestAlerts: async (first) => {
      checkFirst(first, mostNoisy);
      return once(`noisiest ${first}`, () => readNoisiestAlerts(sql, selection, first));
    },
  };
}

/** Services are never unknown. */
export function serviceOf(key: string | null): Narrowing {
  return { by: 'service', value: key ?? '' };
}
