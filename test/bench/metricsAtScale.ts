import { pino } from 'pino';
import type { App } from '../../server/src/application/app.ts';
import { rebuildRollups } from '../../server/src/application/metricRollups.ts';
import { durationOf } from '../../server/src/application/metrics/figureGroup.ts';
import { readMetricsTable } from '../../server/src/application/metrics/metricsTable.ts';
import { RememberedDays } from '../../server/src/application/metrics/rememberedDays.ts';
import { openDatabase } from '../../server/src/persistence/database.ts';
import { migrateDatabase } from '../../server/src/persistence/migrate.ts';
import { databaseUrl, withAdmin } from '../support/databaseServer.ts';
import type { Ground } from './ground.ts';
import { fillIncidentYears } from './incidentYears.ts';

const few = 50_000;
const many = 5_000_000;
const questions = 40;
const firstQuestions = 10;
const warmUpQuestions = 5;
const dayMs = 86_400_000;
const until = new Date('2026-11-01T00:00:00Z');
const range = { from: new Date(until.getTime() - 90 * dayMs), to: until };

/**
 * 90 days by day, service and severity, with their durations: five million incidents over two years against fifty thousand. Asked again and
 * again while incidents of the last day change, and as the first question that a server is asked.
 */
export const metricsAtScale = {
  goals: { metricsAtScale: { atMost: 3 } },
  rounds: 1,
  measure: async (ground: Ground) => {
    const small = await measureOne(ground, 'few_incidents', few);
    const large = await measureOne(ground, 'many_incidents', many);
    process.stderr.write(`${large.plan}\n`);
    return {
      values: { metricsAtScale: large.p50Ms / small.p50Ms },
      detail: `${many} incidents: ${large.told}; ${few}: ${small.told}`,
    };
  },
};

async function measureOne(ground: Ground, name: string, count: number) {
  await withAdmin(ground.databaseUrl, (sql) => sql`create database ${sql(name)}`);
  const url = databaseUrl(ground.databaseUrl, name);
  try {
    await migrateDatabase(url);
    const database = openDatabase({ url, maxConnections: 4 });
    try {
      await fillIncidentYears(database.sql, count, until);
      await rebuildRollups(database.sql);
      await database.sql.unsafe('vacuum analyze metric_cell');
      return await measureQuestions(database);
    } finally {
      await database.close();
    }
  } finally {
    await withAdmin(ground.databaseUrl, (sql) => sql`drop database ${sql(name)} with (force)`);
  }
}

async function measureQuestions(database: App['database']) {
  const first = await measureRounds(firstQuestions, async () => ask(appOn(database)));
  const app = appOn(database);
  const later = await measureRounds(questions, async () => {
    await changeToday(database.sql);
    return ask(app);
  });
  const told = `p50 ${later.at(0.5).toFixed(0)} ms, p95 ${later.at(0.95).toFixed(0)} ms, the first question ${first.at(0.5).toFixed(0)} ms, ${later.rows} rows`;
  return { p50Ms: later.at(0.5), told, plan: await planOf(database.sql) };
}

/** A server that has answered nothing yet. */
function appOn(database: App['database']): App {
  return { database, log: pino({ level: 'silent' }), days: new RememberedDays() } as unknown as App;
}

async function measureRounds(count: number, run: () => Promise<number>) {
  const times: number[] = [];
  let rows = 0;
  for (let round = 0; round < warmUpQuestions + count; round += 1) {
    const start = performance.now();
    rows = await run();
    if (round >= warmUpQuestions) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { rows, at: (share: number) => times[Math.floor(share * (times.length - 1))] ?? Number.NaN };
}

/** An incident of the last day changes, so that the day has to be read again. */
async function changeToday(sql: App['database']['sql']): Promise<void> {
  await sql`
    with moved as (update feed set head = head + 1 where id = 1 returning head)
    insert into change (position, incident_id, kind, at, incident)
    select head, (select id from incident order by opened_at desc limit 1), 'UPDATED', now(), '{}' from moved`;
}

/** As whoever shows the table: every row with its durations. */
async function ask(app: App): Promise<number> {
  const shape = { byTime: true, bySeverity: true, dimension: { by: 'service' } } as const;
  const rows = await readMetricsTable(app, { range, bucket: 'DAY' }, shape);
  for (const row of rows) {
    for (const duration of ['acknowledge', 'resolve', 'respond'] as const) durationOf(row, duration);
  }
  return rows.length;
}

/** Of the statement that reads the days, but for the columns. */
async function planOf(sql: App['database']['sql']): Promise<string> {
  const rows = await sql.unsafe<{ queryPlan: string }[]>(`
    explain (analyze, buffers, costs off) select place, value, severity, sum(opened), string_agg(acknowledge_sketch, '')
    from generate_series('${range.from.toISOString()}'::timestamptz, '${range.to.toISOString()}', interval '1 day')
      with ordinality as wanted(since, place)
      join metric_cell on kind = 'SERVICE_DAY' and start >= since and start < since + interval '1 day'
    where opened > 0 group by 1, 2, 3`);
  return rows.map((row) => row.queryPlan).join('\n');
}
