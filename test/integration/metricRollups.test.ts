import { readFile } from 'node:fs/promises';
import { afterEach, expect, it } from 'vitest';
import type { App } from '../../server/src/application/app.ts';
import { checkRollups, rebuildRollups } from '../../server/src/application/metricRollups.ts';
import type { Cell } from '../../server/src/engines/metrics/cells.ts';
import {
  addFigures,
  durationNames,
  emptyFigures,
  type Figures,
  isEmpty,
} from '../../server/src/engines/metrics/figures.ts';
import { addMeasure, type MeasuredIncident, measureOf } from '../../server/src/engines/metrics/measure.ts';
import { addCells } from '../../server/src/persistence/addCells.ts';
import { nextWindow, openedIn, readCellsOf } from '../../server/src/persistence/cellWindows.ts';
import { openDatabase } from '../../server/src/persistence/database.ts';
import { readMeasuredIncidents } from '../../server/src/persistence/measuredIncidents.ts';
import { type CellQuery, readCells } from '../../server/src/persistence/readCells.ts';
import { finishDue } from '../support/finishDue.ts';
import { lifelyPolicy, liveAtRandom } from '../support/randomLifecycles.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function newDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  closing.push(database.drop);
  return database;
}

async function startOn(database: TestDatabase): Promise<TestVigil> {
  const vigil = await startVigil({ database, policy: lifelyPolicy });
  closing.push(vigil.close);
  return vigil;
}

function advanceBoth(one: TestVigil, two: TestVigil) {
  return (ms: number) => {
    one.advance(ms);
    two.advance(ms);
  };
}

async function countOf({ database }: App, what: 'incident' | 'metric_cell'): Promise<number> {
  const { sql } = database;
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from ${sql(what)}`;
  return row?.count ?? 0;
}

async function allCells({ database: { sql } }: App): Promise<unknown[]> {
  const cells: Cell[] = [];
  for (let window = await nextWindow(sql, null); window !== null; window = await nextWindow(sql, window.to)) {
    cells.push(...(await readCellsOf(sql, window)));
  }
  // Cells that have come down to nothing stay.
  const filled = cells.filter(({ figures }) => !isEmpty(figures));
  const told = filled.map(({ figures: { counts, sketches }, ...key }) =>
    JSON.stringify([key, counts, durationNames.map((name) => [...sketches[name].encoded()])]),
  );
  return told.sort();
}

it('thousands of lifecycles from several clients on two servers leave the rollups what the incidents say', async () => {
  const database = await newDatabase();
  const [one, two] = [await startOn(database), await startOn(database)];
  const advance = advanceBoth(one, two);
  await Promise.all(
    [1, 2, 3, 4].map((seed) =>
      liveAtRandom({ app: seed % 2 === 0 ? one.app : two.app, seed, steps: 160, services: 120, advance }),
    ),
  );
  const { sql } = one.app.database;
  const check = await checkRollups(sql);
  expect(check.differences).toEqual([]);
  expect(check.incidents).toBe(await countOf(one.app, 'incident'));
  expect(check.incidents).toBeGreaterThan(1_500);
  // That there was something to be found.
  const [lived] = await sql`
    select count(*)::int as incidents, sum(reopen_count)::int as reopenings,
      count(*) filter (where merged_into is not null)::int as merged,
      count(first_acknowledged_at)::int as acknowledged, count(first_snoozed_at)::int as snoozed,
      count(*) filter (where resolved_by_rule)::int as by_rule, count(*) filter (where not resolved_by_rule)::int as by_people,
      count(*) filter (where severity < highest_severity)::int as lowered, count(first_escalated_at)::int as escalated,
      count(*) filter (where historical)::int as historical, count(*) filter (where source = 'vigil')::int as systemic
    from incident`;
  for (const [name, count] of Object.entries(lived ?? {})) expect([name, count > 0]).toEqual([name, true]);
}, 400_000);

it('the check names what differs, the rebuild mends it while servers go on, and nothing else is changed', async () => {
  const one = await startOn(await newDatabase());
  const { app } = one;
  const advance = (ms: number) => one.advance(ms);
  await liveAtRandom({ app, seed: 5, steps: 60, services: 10, advance });
  const { sql } = app.database;
  await finishDue(app);
  const right = await allCells(app);

  await sql`update metric_cell set opened = opened + 1, respond_sketch = '' where kind = 'SOURCE_DAY' and octet_length(respond_sketch) > 0`;
  await sql`delete from metric_cell where kind = 'RESPONDER_DAY'`;
  const { differences } = await checkRollups(sql);
  expect(new Set(differences.map(({ cell, figure }) => `${cell.kind} ${figure}`))).toEqual(
    new Set([
      ...['opened', 'respond durations'].map((figure) => `SOURCE_DAY ${figure}`),
      ...differences.filter(({ cell }) => cell.kind === 'RESPONDER_DAY').map(({ figure }) => `RESPONDER_DAY ${figure}`),
    ]),
  );
  expect(differences.some(({ cell }) => cell.kind === 'RESPONDER_DAY')).toBe(true);

  await rebuildRollups(sql);
  expect((await checkRollups(sql)).differences).toEqual([]);
  expect(await allCells(app)).toEqual(right);

  await Promise.all([
    liveAtRandom({ app, seed: 6, steps: 60, services: 10, advance }),
    liveAtRandom({ app, seed: 7, steps: 60, services: 10, advance }),
    rebuildRollups(sql).then(() => rebuildRollups(sql)),
  ]);
  expect((await checkRollups(sql)).differences).toEqual([]);
}, 120_000);

it('a database from before there were rollups gets them once, however many servers start', async () => {
  const database = await newDatabase();
  const one = await startOn(database);
  await liveAtRandom({ app: one.app, seed: 8, steps: 80, services: 10, advance: (ms) => one.advance(ms) });
  await finishDue(one.app);
  const right = await allCells(one.app);
  const { sql } = one.app.database;
  await sql`delete from metric_cell`;
  await sql`delete from metric_build`;

  await Promise.all([startOn(database), startOn(database)]);
  expect(await allCells(one.app)).toEqual(right);
  const [built] = await sql<{ at: Date }[]>`select built_at as at from metric_build`;
  await startOn(database);
  expect(await sql`select built_at as at from metric_build`).toEqual([built]);
}, 120_000);

it('the migration finds in the timelines what the engines noted of older incidents', async () => {
  const database = await newDatabase();
  const one = await startVigil({ database, policy: lifelyPolicy });
  try {
    await liveAtRandom({ app: one.app, seed: 9, steps: 120, services: 10, advance: (ms) => one.advance(ms) });
  } finally {
    // Its clockwork would go on with what is taken away below.
    await one.close();
  }
  const { sql, close } = openDatabase({ url: database.url, maxConnections: 1 });
  closing.push(close);
  const read = () => sql`
    select number, highest_severity, first_resolved_at, first_escalated_at, first_snoozed_at from incident order by number`;
  const noted = [...(await read())];
  await sql`
    update incident set source = '', highest_severity = 'LOW', first_resolved_at = null, first_escalated_at = null, first_snoozed_at = null`;
  // As a later signal of an incident that was merged into a systemic one: an alert of the systemic one's own.
  const moved = await sql`
    update alert set brought_by = null, incident_id = systemic.id
    from (select id from incident where service = 'system' and not historical order by number limit 1) as systemic
    where alert.id = (
      select one.id from alert as one join incident on incident.id = one.incident_id
      where one.brought_by is null and one.incident_id in (select incident_id from alert group by 1 having count(*) > 3)
        and one.dedup_key not in (select dedup_key from alert where incident_id = systemic.id)
      order by incident.number, one.dedup_key limit 1)
    returning alert.id`;
  expect(moved).toHaveLength(1);
  for (const name of ['0012_first_moments', '0019_systemic_source']) {
    const migration = await readFile(new URL(`../../drizzle/${name}.sql`, import.meta.url), 'utf8');
    await sql.unsafe(migration.split('--> statement-breakpoint').at(-1) ?? '');
  }
  expect([...(await read())]).toEqual(noted);
  // Built again by the next server that starts.
  expect([...(await sql`select from metric_build`)]).toEqual([]);
  // An alert's source is that of its last signal.
  const unknown = await sql`
    select number from incident where case when service = 'system' then source <> 'vigil'
      else source not in (select alert.source from alert where incident.id in (incident_id, brought_by)) end`;
  expect([...unknown]).toEqual([]);
}, 60_000);

it('sketches that have grown long are written short again, and say the same', async () => {
  const one = await startOn(await newDatabase());
  const { sql } = one.app.database;
  const key = { start: new Date('2026-03-01T00:00:00.000Z'), value: 'checkout', severity: 'HIGH' } as const;
  const rounds = 300;
  for (let round = 0; round < rounds; round += 1) {
    const figures = emptyFigures();
    figures.counts.opened = 1;
    figures.sketches.respond.add(60_000 + (round % 7));
    const cell = { ...key, kind: 'SERVICE_DAY', highestSeverity: 'HIGH', historical: false, figures } as const;
    await sql.begin((tx) => addCells(tx, [cell]));
  }
  const [row] = await sql<{ bytes: number }[]>`select octet_length(respond_sketch) as bytes from metric_cell`;
  expect(row?.bytes).toBeLessThan(1_100);
  const [stored] = await readCellsOf(sql, { from: key.start, to: new Date(key.start.getTime() + 1) });
  expect(stored?.figures.counts.opened).toBe(rounds);
  expect(stored?.figures.sketches.respond.count).toBe(rounds);
});

it('cells are read with what is asked for, those that differ in nothing else together', async () => {
  const one = await startOn(await newDatabase());
  const { sql } = one.app.database;
  await liveAtRandom({ app: one.app, seed: 11, steps: 60, services: 6, advance: (ms) => one.advance(ms) });
  const every = { from: new Date(0), to: new Date('2100-01-01T00:00:00.000Z') };
  const query: CellQuery = {
    kind: 'SERVICE_DAY',
    ranges: [every],
    severityBy: 'severity',
    severities: null,
    values: null,
    historical: true,
    durations: durationNames,
  };
  const incidents = await readMeasuredIncidents(sql, openedIn(every));
  const expected = (of: (incident: MeasuredIncident) => boolean) => {
    const figures = emptyFigures();
    for (const incident of incidents.filter(of)) addMeasure(figures, measureOf(incident));
    return told(figures);
  };
  const read = async (changes: Partial<CellQuery>) => {
    const figures = emptyFigures();
    const cells = await readCells(sql, { ...query, ...changes });
    for (const cell of cells) addFigures(figures, cell.figures);
    return told(figures);
  };
  expect(await read({})).toEqual(expected(() => true));
  expect(await read({ kind: 'SERVICE_HOUR' })).toEqual(expected(() => true));
  expect(await read({ historical: false })).toEqual(expected(({ historical }) => !historical));
  expect(await read({ severities: ['HIGH', 'LOW'] })).toEqual(
    expected(({ severity }) => severity === 'HIGH' || severity === 'LOW'),
  );
  expect(await read({ severities: ['CRITICAL'], severityBy: 'highestSeverity' })).toEqual(
    expected(({ highestSeverity }) => highestSeverity === 'CRITICAL'),
  );
  expect(await read({ values: ['service 1'] })).toEqual(expected(({ service }) => service === 'service 1'));
  expect(await read({ values: ['source 1'], kind: 'SOURCE_DAY' })).toEqual(
    expected(({ source }) => source === 'source 1'),
  );
  const january2 = new Date('2026-01-02T00:00:00.000Z');
  const ranges = [
    { from: every.from, to: january2 },
    { from: new Date('2026-01-03T00:00:00.000Z'), to: every.to },
  ];
  const isWithin = ({ openedAt }: MeasuredIncident) => ranges.some(({ from, to }) => openedAt >= from && openedAt < to);
  expect(await read({ ranges })).toEqual(expected(isWithin));
  expect(await read({ ranges: [] })).toEqual(told(emptyFigures()));

  const counts = await read({ durations: [] });
  expect([counts.counts, counts.sketches.length]).toEqual([expected(() => true).counts, 0]);
  const cells = await readCells(sql, query);
  const keys = cells.map(({ range, value, severity }) => `${range} ${value} ${severity}`);
  expect(new Set(keys).size).toBe(keys.length);
  const places = (await readCells(sql, { ...query, ranges })).map(({ range }) => range);
  expect(new Set(places)).toEqual(new Set([0, 1]));
  expect(places).toEqual([...places].sort((a, b) => a - b));
}, 60_000);

function told({ counts, sketches }: Figures) {
  return {
    counts,
    sketches: durationNames.flatMap((name) => (sketches[name].isEmpty ? [] : [[name, [...sketches[name].encoded()]]])),
  };
}
