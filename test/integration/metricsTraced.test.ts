import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebuildRollups } from '../../server/src/application/metricRollups.ts';
import { type Duration, durationOf, type FigureGroup } from '../../server/src/application/metrics/figureGroup.ts';
import { listFigureIncidents } from '../../server/src/application/metrics/listFigureIncidents.ts';
import { openMetrics } from '../../server/src/application/metrics/metrics.ts';
import type { MetricsQuestion } from '../../server/src/application/metrics/metricsQuestion.ts';
import type { Incident } from '../../server/src/domain/incident.ts';
import type { FigurePart, MeasureStatus } from '../../server/src/persistence/figureIncidents.ts';
import { randomIncidents, seededRandom, storeIncidents } from '../support/incidentHistory.ts';
import { requestGraphQL } from '../support/request.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

const day = 86_400_000;
const fromMs = Date.parse('2026-03-02T00:00:00Z');
const toMs = fromMs + 10 * day;
const range = { from: new Date(fromMs), to: new Date(toMs), timeZone: 'Asia/Kathmandu' };
const all = { first: 500 };
let vigil: TestVigil;
let incidents: Incident[];

beforeAll(async () => {
  vigil = await startVigil();
  incidents = randomIncidents(250, fromMs - day, toMs + day, seededRandom(5));
  await storeIncidents(vigil.app.database.sql, incidents);
  await rebuildRollups(vigil.app.database.sql);
});

afterAll(() => vigil.close());

const ask = (question: Partial<MetricsQuestion> = {}) => openMetrics(vigil.app, { range, ...question });
const inRange = () => incidents.filter(({ openedAt }) => openedAt.getTime() >= fromMs && openedAt.getTime() < toMs);

/** The ids behind a part of a figure, which are as many as the list says. */
async function behind({ selection }: Pick<FigureGroup, 'selection'>, part: FigurePart): Promise<string[]> {
  const { edges, totalCount } = await listFigureIncidents(vigil.app, selection, part, all);
  expect(await totalCount()).toBe(edges.length);
  return edges.map(({ node }) => node.id);
}

/** Every list is as long as its figure says. */
async function expectTraced(group: FigureGroup): Promise<void> {
  for (const count of ['opened', 'acknowledged', 'resolved', 'reopened', 'escalated'] as const) {
    expect((await behind(group, { kind: 'count', count })).length).toBe(group.figures.counts[count]);
  }
  for (const duration of [
    'acknowledge',
    'resolve',
    'resolveByPeople',
    'resolveByRule',
    'firstResolve',
    'respond',
  ] as const) {
    await expectStatuses(durationOf(group, duration), group.figures.counts.opened);
  }
}

/** And each incident is in one of the three lists of a duration. */
async function expectStatuses(of: Duration, opened: number): Promise<void> {
  const { n, pending, notApplicable, excluded, duration } = of;
  const lists: string[][] = [];
  for (const status of ['RECORDED', 'PENDING', 'NOT_APPLICABLE'] satisfies MeasureStatus[]) {
    lists.push(await behind(of, { kind: 'duration', duration, status }));
  }
  expect(lists.map((list) => list.length)).toEqual([n, pending, notApplicable]);
  expect(new Set(lists.flat()).size).toBe(opened);
  expect(excluded).toBe(pending + notApplicable);
}

async function expectAllTraced(groups: readonly FigureGroup[], opened: number): Promise<void> {
  expect(groups.length).toBeGreaterThan(1);
  expect(groups.reduce((sum, { figures }) => sum + figures.counts.opened, 0)).toBe(opened);
  for (const group of groups) await expectTraced(group);
}

describe('the incidents behind', () => {
  it('the figures of a range are as many as the figures say', async () => {
    const whole = await ask().whole();
    expect(whole.figures.counts.opened).toBe(inRange().length);
    await expectTraced(whole);
  });

  it('a severity, a service, a source, a responder and the value of a label are too', async () => {
    const metrics = ask();
    await expectAllTraced(await metrics.bySeverity(), inRange().length);
    await expectAllTraced(await metrics.byService(10), inRange().length);
    await expectAllTraced(await metrics.bySource(10), inRange().length);
    await expectAllTraced(await metrics.byResponder(10), inRange().length);
    await expectAllTraced(await metrics.byLabel('team', 10), inRange().length);
  });

  it('the severity that was the highest are found by it', async () => {
    const groups = await ask({ severityAttribution: 'HIGHEST' }).bySeverity();
    await expectAllTraced(groups, inRange().length);
    for (const { severity, figures } of groups) {
      const some = inRange().filter(({ highestSeverity }) => highestSeverity === severity);
      expect(figures.counts.opened).toBe(some.length);
    }
  });

  it('points of a series are too, in a zone whose days begin at a quarter past', async () => {
    const points = await ask().series('DAY');
    expect(points).toHaveLength(11);
    expect(points[1]?.from).toEqual(new Date('2026-03-02T18:15:00Z'));
    await expectAllTraced(points, inRange().length);
  });

  it('hours of the week are too, by the clock of the zone', async () => {
    const hours = await ask().hours();
    expect(hours).toHaveLength(168);
    expect(hours.reduce((sum, { opened }) => sum + opened, 0)).toBe(inRange().length);
    // 18:15 in UTC is midnight there.
    const mondayNight = hours.find(({ weekday, hour }) => weekday === 1 && hour === 0);
    const some = inRange().filter(({ openedAt }) => {
      const local = new Date(openedAt.getTime() + 5.75 * 3_600_000);
      return local.getUTCDay() === 1 && local.getUTCHours() === 0;
    });
    expect(mondayNight?.opened).toBe(some.length);
    for (const { opened, mtta } of hours) await expectStatuses(mtta, opened);
  });

  it.each<[string, MetricsQuestion['filter']]>([
    ['sources', { source: ['prometheus', 'sentry'] }],
    ['a responder and a service', { responder: ['Ada'], service: ['mail'] }],
    ['a label, without what is historical', { label: [{ name: 'team', value: 'web' }], historical: false }],
    ['severities', { severity: ['HIGH', 'CRITICAL'] }],
  ])('a filter by %s are too', async (_, filter) => {
    const whole = await ask({ filter }).whole();
    expect(whole.figures.counts.opened).toBeGreaterThan(10);
    expect(whole.figures.counts.opened).toBeLessThan(inRange().length);
    await expectTraced(whole);
  });

  it('what is open now are too, whenever they were opened', async () => {
    const openNow = await ask().openNow();
    const open = incidents.filter(({ status }) => status !== 'RESOLVED');
    expect(openNow.count).toBe(open.length);
    expect((await behind(openNow, { kind: 'open' })).length).toBe(open.length);
    expect(openNow.bySeverity.reduce((sum, { count }) => sum + count, 0)).toBe(open.length);
    const oldest = Math.min(...open.map(({ openedAt }) => openedAt.getTime()));
    expect(openNow.oldestAgeSeconds).toBeGreaterThan((Date.now() - oldest) / 1_000 - 60);
    expect(openNow.meanAgeSeconds).toBeLessThan(openNow.oldestAgeSeconds ?? 0);
  });
});

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { id: string }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

describe('over GraphQL, the incidents behind', () => {
  async function metrics<Data>(fields: string): Promise<Data> {
    const query = `query ($range: TimeRangeInput!) { metrics(range: $range) { ${fields} } }`;
    const { data, errors } = await requestGraphQL<{ metrics: Data }>(vigil, query, { range });
    expect(errors).toBeUndefined();
    if (data === null) throw new Error('no answer');
    return data.metrics;
  }

  it('a duration are paged, newest first, without one twice', async () => {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const argument: string = after === null ? '' : `after: "${after}"`;
      const { mttr }: { mttr: { incidents: Page } } = await metrics(
        `mttr { incidents(first: 20 ${argument}) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
      );
      ids.push(...mttr.incidents.nodes.map(({ id }) => id));
      after = mttr.incidents.pageInfo.hasNextPage ? mttr.incidents.pageInfo.endCursor : null;
    } while (after !== null);
    const opened = new Map(incidents.map(({ id, openedAt }) => [String(id), openedAt.getTime()]));
    const moments = ids.map((id) => opened.get(id) ?? 0);
    expect(new Set(ids).size).toBe(ids.length);
    expect(moments).toEqual(moments.toSorted((a, b) => b - a));
    const { mttr } = await metrics<{ mttr: { n: number } }>('mttr { n }');
    expect(ids).toHaveLength(mttr.n);
  });

  it('figures of every kind are asked for in one request', async () => {
    const incidentsOf = (argument = '') => `incidents(${argument} first: 500) { totalCount }`;
    const counted = '{ opened mtta { n pending notApplicable excluded } timeToRespond { n p95Seconds maxSeconds } }';
    const answer = await metrics<Record<string, unknown> & { reopened: number; mttrFirst: { n: number } }>(
      `reopened mttrFirst { n incidents(first: 500) { totalCount } } timeToRespond { notApplicable left: ${incidentsOf('status: NOT_APPLICABLE')} }
      reopenedOnes: ${incidentsOf('counted: REOPENED')} bySource ${counted} byResponder ${counted} byLabel(name: "team") ${counted}
      previous { opened } change { opened mttaP50 } openNow { count bySeverity { severity count } } serviceLevel { severity met missed pending share }
      noise { signalsPerAlert } noisiestAlerts { dedupKey } hours { weekday hour opened mtta { n meanSeconds } }`,
    );
    expect(answer).toMatchObject({
      reopenedOnes: { totalCount: answer.reopened },
      mttrFirst: { incidents: { totalCount: answer.mttrFirst.n } },
      serviceLevel: [{ severity: 'CRITICAL' }, { severity: 'HIGH' }, { severity: 'MEDIUM' }],
      noise: { signalsPerAlert: null },
      noisiestAlerts: [],
    });
  });

  it('a service level are those that were in time, those that were not, and those that may still be', async () => {
    type Level = Record<'met' | 'missed' | 'pending', number> & Record<'inTime' | 'late' | 'open', Page>;
    const list = (result: string) => `incidents(result: ${result} first: 500) { totalCount nodes { id } }`;
    const { serviceLevel } = await metrics<{ serviceLevel: Level[] }>(
      `serviceLevel { met missed pending inTime: ${list('MET')} late: ${list('MISSED')} open: ${list('PENDING')} }`,
    );
    expect(serviceLevel).toHaveLength(3);
    for (const { met, missed, pending, inTime, late, open } of serviceLevel) {
      expect([inTime.totalCount, late.totalCount, open.totalCount]).toEqual([met, missed, pending]);
      const ids = [inTime, late, open].flatMap(({ nodes }) => nodes.map(({ id }) => id));
      expect(new Set(ids).size).toBe(met + missed + pending);
      expect(met).toBeGreaterThan(0);
      expect(missed).toBeGreaterThan(0);
    }
  });

  it('an hour of the week are as many as were opened in it', async () => {
    const { hours } = await metrics<{ hours: { weekday: number; hour: number; opened: number }[] }>(
      'hours { weekday hour opened }',
    );
    const busiest = hours.toSorted((a, b) => b.opened - a.opened)[0];
    const { weekday = 0, hour = 0, opened = 0 } = busiest ?? {};
    const { one } = await metrics<{ one: { opened: number; incidents: Page } }>(
      `one: hour(weekday: ${weekday}, hour: ${hour}) { opened incidents(first: 500) { totalCount nodes { id } } }`,
    );
    expect(opened).toBeGreaterThan(1);
    expect([one.opened, one.incidents.totalCount]).toEqual([opened, opened]);
  });

  it.each([
    ['weekday', 'weekday: 0, hour: 0'],
    ['weekday', 'weekday: 8, hour: 0'],
    ['hour', 'weekday: 1, hour: 24'],
    ['hour', 'weekday: 1, hour: -1'],
  ])('an hour that there is not is refused by its %s: %s', async (field, args) => {
    const query = `query ($range: TimeRangeInput!) { metrics(range: $range) { hour(${args}) { opened } } }`;
    const { errors } = await requestGraphQL(vigil, query, { range });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: [field] } }]);
  });

  it.each(['x', 'WyJub3ciLCIxIl0', ''])('no cursor of such a list is %j', async (after) => {
    const query = `query ($range: TimeRangeInput!, $after: String) { metrics(range: $range) { incidents(after: $after) { totalCount } } }`;
    const { errors } = await requestGraphQL(vigil, query, { range, after });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
