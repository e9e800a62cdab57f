import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../../server/src/application/app.ts';
import { rebuildRollups } from '../../server/src/application/metricRollups.ts';
import { durationOf } from '../../server/src/application/metrics/figureGroup.ts';
import type { MetricsQuestion } from '../../server/src/application/metrics/metricsQuestion.ts';
import { readMetricsTable, type TableShape } from '../../server/src/application/metrics/metricsTable.ts';
import { RememberedDays } from '../../server/src/application/metrics/rememberedDays.ts';
import { lifelyPolicy, liveAtRandom } from '../support/randomLifecycles.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

const dayMs = 86_400_000;
let database: TestDatabase;
let one: TestVigil;
let two: TestVigil;

beforeAll(async () => {
  database = await createTestDatabase();
  one = await startVigil({ database, policy: lifelyPolicy });
  two = await startVigil({ database, policy: lifelyPolicy });
});
afterAll(async () => {
  await two.close();
  await one.close();
  await database.drop();
});

function advance(ms: number): void {
  one.advance(ms);
  two.advance(ms);
}

const shapes: readonly TableShape[] = [
  { byTime: true, bySeverity: true, dimension: { by: 'service' } },
  { byTime: true, bySeverity: false, dimension: { by: 'responder' } },
  { byTime: false, bySeverity: true, dimension: { by: 'source' } },
];

const questions: readonly Partial<MetricsQuestion>[] = [
  { bucket: 'DAY' },
  { bucket: 'WEEK', severityAttribution: 'HIGHEST' },
  { bucket: 'DAY', filter: { severity: ['HIGH', 'CRITICAL'], historical: false } },
];

/** The last 40 days, today among them. */
async function rangeOf(app: App): Promise<MetricsQuestion['range']> {
  const tomorrow = Math.ceil((await app.clock.now()).getTime() / dayMs) * dayMs;
  return { from: new Date(tomorrow - 40 * dayMs), to: new Date(tomorrow) };
}

async function cellsByDay(app: App) {
  const shape = { byTime: true, bySeverity: true, dimension: { by: 'service' } } as const;
  return readMetricsTable(app, { range: await rangeOf(app), bucket: 'DAY' }, shape);
}

/** All that the tables say, by a server that remembers and by one that does not. */
async function answers(app: App, days = app.days): Promise<string[]> {
  const range = await rangeOf(app);
  const lines: string[] = [];
  for (const question of questions) {
    for (const shape of shapes) {
      for (const row of await readMetricsTable({ ...app, days }, { range, ...question }, shape)) {
        const { from, severity, key, figures } = row;
        const durations = (['acknowledge', 'resolve', 'respond'] as const).map((name) => durationOf(row, name));
        const told = durations.map(({ selection: _, ...rest }) => rest);
        lines.push(JSON.stringify([from, severity, key, figures.counts, told]));
      }
    }
  }
  return lines;
}

/** Both servers remember what the database says, in so many lines. Asked again where their clockwork has changed something meanwhile. */
async function expectRemembered(): Promise<number> {
  for (;;) {
    const before = await answers(one.app, new RememberedDays());
    const remembered = [await answers(one.app), await answers(two.app)];
    const after = await answers(one.app, new RememberedDays());
    if (JSON.stringify(after) !== JSON.stringify(before)) continue;
    expect(remembered).toEqual([after, after]);
    return after.length;
  }
}

/** What comes of it between two changes: the clockwork of both servers goes on, and what it has to send. */
async function whileNothingChanges<Found>(find: () => Promise<Found>): Promise<Found> {
  for (;;) {
    const head = await one.app.feed.head();
    const found = await find();
    if ((await one.app.feed.head()) === head) return found;
  }
}

it('what is remembered of days is what the database says, whoever changed incidents of whatever day', async () => {
  for (let round = 0; round < 8; round += 1) {
    const app = round % 2 === 0 ? one.app : two.app;
    await liveAtRandom({ app, seed: 100 + round, steps: 12, services: 8, advance });
    expect(await expectRemembered()).toBeGreaterThan(0);
    advance(dayMs);
  }
}, 120_000);

it('questions that are asked while incidents change leave nothing old behind', async () => {
  await Promise.all([
    liveAtRandom({ app: one.app, seed: 200, steps: 40, services: 8, advance }),
    liveAtRandom({ app: two.app, seed: 201, steps: 40, services: 8, advance }),
    ...[one, two, one, two].map(async ({ app }) => {
      for (let n = 0; n < 5; n += 1) await answers(app);
    }),
  ]);
  await expectRemembered();
}, 120_000);

it('days are read again only where something changed', async () => {
  const [before, again] = await whileNothingChanges(async () => [await cellsByDay(one.app), await cellsByDay(one.app)]);
  expect(again?.map(({ figures }, place) => figures === before?.[place]?.figures)).not.toContain(false);
  await liveAtRandom({ app: two.app, seed: 300, steps: 20, services: 1, advance: () => {} });
  const after = await cellsByDay(one.app);
  const known = new Set(before?.map(({ figures }) => figures));
  const readAgain = new Set(after.filter(({ figures }) => !known.has(figures)).map(({ from }) => from.getTime()));
  expect(readAgain.size).toBeGreaterThan(0);
  expect(readAgain.size).toBeLessThan(new Set(after.map(({ from }) => from.getTime())).size);
});

it('rollups that were built anew are read again', async () => {
  const { sql } = one.app.database;
  const [right, wrong, rebuilt] = await whileNothingChanges(async () => {
    const before = await answers(one.app);
    await sql`update metric_cell set opened = opened + 1`;
    await sql`update metric_build set built_at = clock_timestamp()`;
    const between = await answers(one.app);
    await rebuildRollups(sql);
    return [before, between, await answers(one.app)];
  });
  expect(wrong).not.toEqual(right);
  expect(rebuilt).toEqual(right);
}, 60_000);
