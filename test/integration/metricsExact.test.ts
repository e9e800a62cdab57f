import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rebuildRollups } from '../../server/src/application/metricRollups.ts';
import { durationOf, type FigureGroup } from '../../server/src/application/metrics/figureGroup.ts';
import { openMetrics } from '../../server/src/application/metrics/metrics.ts';
import type { MetricsFilter } from '../../server/src/application/metrics/metricsQuestion.ts';
import type { Incident } from '../../server/src/domain/incident.ts';
import { severities } from '../../server/src/domain/severity.ts';
import type { TimeBucket } from '../../server/src/engines/metrics/bucketStarts.ts';
import { durationStats } from '../../server/src/engines/metrics/durationStats.ts';
import { countNames, durationNames, emptyFigures, type Figures } from '../../server/src/engines/metrics/figures.ts';
import { addMeasure, type Measure, measureOf } from '../../server/src/engines/metrics/measure.ts';
import { randomIncidents, seededRandom, storeIncidents } from '../support/incidentHistory.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** The changes of clocks that are hard: Brazil's last ones, New York's, Lord Howe's half hours. */
const stretches = [
  ['2018-10-25T00:00Z', '2018-11-15T00:00Z'],
  ['2019-02-05T00:00Z', '2019-02-25T00:00Z'],
  ['2026-03-01T00:00Z', '2026-04-12T00:00Z'],
  ['2026-09-25T00:00Z', '2026-11-10T00:00Z'],
].map(([from = '', to = '']) => [Date.parse(from), Date.parse(to)] as const);
const zones = [
  'UTC',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'America/New_York',
  'America/St_Johns',
  'Pacific/Chatham',
  'Europe/Berlin',
];
let vigil: TestVigil;
let incidents: { incident: Incident; measure: Measure }[];

beforeAll(async () => {
  vigil = await startVigil();
  const random = seededRandom(11);
  const all = stretches.flatMap(([from, to]) => randomIncidents(500, from, to, random));
  const stored = all.map((incident, place) => ({ ...incident, number: place + 1, groupKey: `group ${place}` }));
  const { sql } = vigil.app.database;
  for (let from = 0; from < stored.length; from += 500) await storeIncidents(sql, stored.slice(from, from + 500));
  await rebuildRollups(sql);
  incidents = stored.map((incident) => ({ incident, measure: measureOf(incident) }));
}, 60_000);

afterAll(() => vigil.close());

const someOf = <Value>(...values: Value[]) => fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }));
const filters: fc.Arbitrary<MetricsFilter> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      severity: someOf(...severities),
      service: someOf('checkout', 'search'),
      historical: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ source: someOf('prometheus', 'sentry'), severity: someOf(...severities) }) },
  { weight: 1, arbitrary: fc.record({ responder: someOf('Ada', 'Cid'), historical: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      service: someOf('mail', 'search'),
      responder: someOf('Ada', 'Bob'),
      source: someOf('sentry'),
      label: fc.constantFrom([], [{ name: 'team', value: 'web' }]),
    }),
  },
);
/** Ranges that begin and end at whole hours, at quarters, or at any moment. */
const ranges = fc
  .record({
    stretch: fc.constantFrom(...stretches),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.double({ min: 0.001, max: 1, noNaN: true }),
    round: fc.constantFrom(1, 15 * 60_000, hour, day),
  })
  .map(({ stretch: [start, end], from, length, round }) => {
    const rounded = (ms: number) => Math.floor(ms / round) * round;
    const fromMs = rounded(start + from * (end - start));
    return { from: new Date(fromMs), to: new Date(Math.max(fromMs + round, rounded(fromMs + length * (end - start)))) };
  });
const questions = fc.record({
  range: ranges,
  timeZone: fc.constantFrom(...zones),
  filter: filters,
  severityAttribution: fc.constantFrom('AT_RESOLUTION' as const, 'HIGHEST' as const),
  bucket: fc.constantFrom<TimeBucket>('HOUR', 'DAY', 'WEEK', 'MONTH'),
});

type Question = typeof questions extends fc.Arbitrary<infer Value> ? Value : never;

/** The incidents that a question is about, found one by one. */
function selected({ range, filter, severityAttribution }: Question): typeof incidents {
  const { severity, service, source, responder, label, historical } = filter;
  return incidents.filter(({ incident, measure }) => {
    const own = severityAttribution === 'HIGHEST' ? measure.highestSeverity : measure.severity;
    return (
      incident.openedAt >= range.from &&
      incident.openedAt < range.to &&
      (severity?.includes(own) ?? true) &&
      (service?.includes(incident.service) ?? true) &&
      (source?.includes(incident.source) ?? true) &&
      (responder?.includes(measure.responder ?? '') ?? true) &&
      (label ?? []).every(({ name, value }) =>
        incident.labels.some((one) => one.name === name && one.value === value),
      ) &&
      (historical !== false || !incident.historical)
    );
  });
}

function figuresOf(some: typeof incidents): Figures {
  const figures = emptyFigures();
  for (const { measure } of some) addMeasure(figures, measure);
  return figures;
}

/** Equal to the last bit: counts, and what every bucket of a sketch holds. */
function comparable({ counts, sketches }: Figures): unknown {
  return {
    counts: countNames.map((name) => counts[name]),
    sketches: durationNames.map((name) => Buffer.from(sketches[name].encoded()).toString('hex')),
  };
}

function expectGroups<Key>(
  groups: readonly { key: Key; group: FigureGroup }[],
  expected: typeof incidents,
  keyOf: (one: (typeof incidents)[number]) => Key,
): void {
  const byKey = new Map<Key, typeof incidents>();
  for (const one of expected) byKey.set(keyOf(one), [...(byKey.get(keyOf(one)) ?? []), one]);
  const filled = groups.filter(({ group }) => group.figures.counts.opened > 0);
  const sorted = (entries: [Key, unknown][]) => entries.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  expect(sorted(filled.map(({ key, group }) => [key, comparable(group.figures)]))).toEqual(
    sorted([...byKey].map(([key, some]) => [key, comparable(figuresOf(some))])),
  );
}

/** What a clock of the zone shows, without the code under test. */
function localOf(ms: number, timeZone: string): { date: string; hour: string; weekday: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(ms);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  return { date, hour: part('hour'), weekday: ((new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7) + 1 };
}

function bucketName(ms: number, bucket: TimeBucket, timeZone: string): string {
  const { date, hour: ofDay, weekday } = localOf(ms, timeZone);
  if (bucket === 'HOUR') return `${date} ${ofDay}`;
  if (bucket === 'MONTH') return date.slice(0, 7);
  if (bucket === 'DAY') return date;
  return new Date(Date.parse(`${date}T00:00Z`) - (weekday - 1) * day).toISOString().slice(0, 10);
}

it('figures, groups and series are exactly those of the incidents one by one, in any zone, range and filter', async () => {
  await fc.assert(
    fc.asyncProperty(questions, async (question) => {
      const { range, timeZone, filter, severityAttribution, bucket } = question;
      const metrics = openMetrics(vigil.app, { range: { ...range, timeZone }, filter, severityAttribution, bucket });
      const expected = selected(question);
      const [whole, points, bySeverity] = await Promise.all([
        metrics.whole(),
        metrics.series(null),
        metrics.bySeverity(),
      ]);
      expect(comparable(whole.figures)).toEqual(comparable(figuresOf(expected)));
      expectGroups(
        bySeverity.map((group) => ({ key: group.severity, group })),
        expected,
        ({ measure }) => (severityAttribution === 'HIGHEST' ? measure.highestSeverity : measure.severity),
      );
      expectPoints(points, question, expected);
    }),
    { numRuns: 120 },
  );
}, 120_000);

/** An hour that the clock shows twice is two points: they are added up. */
function expectPoints(
  points: readonly (FigureGroup & { from: Date })[],
  question: Question,
  expected: typeof incidents,
): void {
  const { bucket, timeZone } = question;
  const byName = new Map<string, Figures>();
  for (const { from, figures } of points) {
    const name = bucketName(from.getTime(), bucket, timeZone);
    const sum = byName.get(name) ?? emptyFigures();
    byName.set(name, sum);
    for (const count of countNames) sum.counts[count] += figures.counts[count];
    for (const duration of durationNames) sum.sketches[duration].addSketch(figures.sketches[duration]);
  }
  const groups = Array.from(byName, ([key, figures]) => ({ key, group: { figures } as FigureGroup }));
  expectGroups(groups, expected, ({ incident }) => bucketName(incident.openedAt.getTime(), bucket, timeZone));
}

it('the whole alone, services, sources, responders and labels are too', async () => {
  await fc.assert(
    fc.asyncProperty(questions, async (question) => {
      const { range, timeZone, filter, severityAttribution } = question;
      const metrics = openMetrics(vigil.app, { range: { ...range, timeZone }, filter, severityAttribution });
      const expected = selected(question);
      expect(comparable((await metrics.whole()).figures)).toEqual(comparable(figuresOf(expected)));
      const keyed = (groups: Awaited<ReturnType<typeof metrics.byService>>) =>
        groups.map((group) => ({ key: group.key, group }));
      expectGroups(keyed(await metrics.byService(10)), expected, ({ incident }) => incident.service);
      expectGroups(keyed(await metrics.bySource(10)), expected, ({ incident }) => incident.source || null);
      expectGroups(keyed(await metrics.byResponder(10)), expected, ({ measure }) => measure.responder);
      expectGroups(
        keyed(await metrics.byLabel('team', 10)),
        expected,
        ({ incident }) => incident.labels[0]?.value ?? null,
      );
    }),
    { numRuns: 60 },
  );
}, 120_000);

it('the hours of the week are too, for what is opened and acknowledged', async () => {
  await fc.assert(
    fc.asyncProperty(questions, async (question) => {
      const { range, timeZone, filter, severityAttribution } = question;
      const metrics = openMetrics(vigil.app, { range: { ...range, timeZone }, filter, severityAttribution });
      const byHour = new Map<string, Measure[]>();
      for (const { measure } of selected(question)) {
        const { weekday, hour: ofDay } = localOf(measure.openedAtMs, timeZone);
        const name = `${weekday} ${Number(ofDay)}`;
        byHour.set(name, [...(byHour.get(name) ?? []), measure]);
      }
      for (const { weekday, hour: ofDay, opened, mtta } of await metrics.hours()) {
        const measures = byHour.get(`${weekday} ${ofDay}`) ?? [];
        const seconds = measures.flatMap(({ durationsMs: { acknowledge } }) =>
          acknowledge === null ? [] : [acknowledge / 1_000],
        );
        const pending = measures.filter(({ counts }) => counts.acknowledgePending > 0).length;
        expect([opened, mtta.n, mtta.pending]).toEqual([measures.length, seconds.length, pending]);
        expect(mtta.meanSeconds ?? 0).toBeCloseTo(durationStats(seconds, 0).meanSeconds ?? 0, 6);
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);

it('percentiles are within 1 % of the exact ones, means are exact', async () => {
  for (const [from, to] of stretches) {
    const range = { from: new Date(from), to: new Date(to) };
    const group = await openMetrics(vigil.app, { range }).whole();
    const measures = incidents
      .map(({ measure }) => measure)
      .filter(({ openedAtMs }) => openedAtMs >= from && openedAtMs < to);
    for (const duration of ['acknowledge', 'firstResolve', 'respond'] as const) {
      const seconds = measures.flatMap(({ durationsMs }) => {
        const ms = durationsMs[duration];
        return ms === null ? [] : [ms / 1_000];
      });
      const exact = durationStats(seconds, measures.length - seconds.length);
      const read = durationOf(group, duration);
      expect([read.n, read.excluded]).toEqual([exact.n, exact.excluded]);
      expect(read.meanSeconds).toBeCloseTo(exact.meanSeconds ?? 0, 6);
      for (const name of ['p50Seconds', 'p90Seconds', 'p95Seconds', 'maxSeconds'] as const) {
        expect(Math.abs((read[name] ?? 0) / (exact[name] ?? 1) - 1)).toBeLessThanOrEqual(1 / 128);
      }
    }
  }
});
