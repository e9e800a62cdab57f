import type { TimeBucket } from '../../engines/metrics/bucketStarts.ts';
import { type MetricsChange, metricsChange } from '../../engines/metrics/metricsChange.ts';
import { type NoiseLedger, noiseLedger } from '../../engines/metrics/noiseLedger.ts';
import { previousRange } from '../../engines/metrics/previousRange.ts';
import { type NoiseTotal, readAlertNoise } from '../../persistence/alertNoise.ts';
import type { IncidentSelection, Narrowing } from '../../persistence/incidentSelection.ts';
import { readTallyTotals } from '../../persistence/tallyTotals.ts';
import type { App } from '../app.ts';
import { cleanLine } from '../cleanText.ts';
import { InvalidArgument } from '../invalidArgument.ts';
import { checkBucket } from '../metricsRange.ts';
import { cheapestDimension, type Dimension } from './cellPlan.ts';
import { comparedFigures } from './comparedFigures.ts';
import {
  byKey,
  bySeverity,
  type KeyedGroup,
  type SeverityGroup,
  type SummedGroup,
  serviceOf,
  sumOf,
} from './figureGroup.ts';
import { figureReads } from './figureReads.ts';
import {
  type CheckedQuestion,
  checkFirst,
  checkQuestion,
  type MetricsQuestion,
  mostGroups,
} from './metricsQuestion.ts';
import { onceEach } from './onceEach.ts';
import { type OpenNow, readOpenNow } from './openNow.ts';
import { hourAt, type MetricsHour, readHours } from './readHours.ts';
import { readServiceLevel, type ServiceLevel } from './readServiceLevel.ts';
import { type MetricsPoint, seriesOf } from './seriesOf.ts';

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
  /** Throws InvalidArgument when there is no such hour: weekdays are 1 to 7, hours 0 to 23. */
  hour(weekday: number, hour: number): Promise<MetricsHour>;
  previous(): Promise<Metrics | null>;
  change(): Promise<MetricsChange | null>;
  openNow(): Promise<OpenNow>;
  serviceLevel(): Promise<ServiceLevel[]>;
  noise(): Promise<NoiseLedger>;
  noisiestAlerts(first: number): Promise<NoiseTotal[]>;
}

const dayMs = 86_400_000;
const mostNoisy = 100;
const mostNameLength = 100;

/** Throws InvalidArgument when an argument is out of its bounds. */
export function openMetrics(app: App, question: MetricsQuestion): Metrics {
  return metricsOf(app, checkQuestion(question));
}

function metricsOf(app: App, question: CheckedQuestion): Metrics {
  const { selection, timeZone, bucket: standardBucket } = question;
  const { sql } = app.database;
  const [from, to] = [selection.opened.from.getTime(), selection.opened.to.getTime()];
  const once = onceEach();
  const reads = figureReads(app, question);
  const groupBy = (dimension: Dimension) =>
    once(JSON.stringify(dimension), async () => sumOf(await reads.whole(dimension), selection));
  const whole = () => groupBy(cheapestDimension(selection));
  const hours = () => once('hours', () => readHours(app, question));
  const previous = () =>
    once('previous', async () => {
      const range = previousRange({ from, to }, timeZone);
      if (range === null) return null;
      const opened = { from: new Date(range.from), to: new Date(range.to) };
      return metricsOf(app, { timeZone, bucket: standardBucket, selection: { ...selection, opened } });
    });
  const keyed = async (dimension: Dimension, narrowingOf: (key: string | null) => Narrowing, first: number) => {
    checkFirst(first, mostGroups);
    return byKey(await groupBy(dimension), narrowingOf, first);
  };
  return {
    ...selection.opened,
    selection,
    whole,
    bySeverity: async () => bySeverity(await whole()),
    byService: (first) => keyed({ by: 'service' }, serviceOf, first),
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
      return once(`series ${bucket}`, () => seriesOf(reads, selection, bucket));
    },
    hours,
    hour: async (weekday, hour) => hourAt(await hours(), weekday, hour),
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
      return once(`noisiest ${first}`, () => {
        const { service, historical } = selection;
        // Kept by UTC day: a day that is partly in the range counts as a whole.
        const since = new Date(Math.floor(from / dayMs) * dayMs);
        return readAlertNoise(sql, { from: since, to: selection.opened.to, historical, service, limit: first });
      });
    },
  };
}
