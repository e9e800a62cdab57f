import { pino } from 'pino';
import type { App } from '../../server/src/application/app.ts';
import { rebuildRollups } from '../../server/src/application/metricRollups.ts';
import { durationOf } from '../../server/src/application/metrics/figureGroup.ts';
import { readMetricsTable } from '../../server/src/application/metrics/metricsTable.ts';
import { openDatabase } from '../../server/src/persistence/database.ts';
import { migrateDatabase } from '../../server/src/persistence/migrate.ts';
import { databaseUrl, withAdmin } from '../support/databaseServer.ts';
import type { Ground } from './ground.ts';
import { fillIncidentYears } from './incidentYears.ts';

const few = 50_000;
const many = 5_000_000;
const questions = 40;
const warmUpQuestions = 5;
const dayMs = 86_400_000;
const until = new Date('2026-11-01T00:00:00Z');
const range = { from: new Date(until.getTime() - 90 * dayMs), to: until };

/** 90 days by day, service and severity, with their durations: five million incidents over two years against fifty thousand. */
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
  const app = { database, log: pino({ level: 'silent' }) } as unknown as App;
  const times: number[] = [];
  let rows = 0;
  for (let round = 0; round < warmUpQuestions + questions; round += 1) {
    const start = performance.now();
    rows = await ask(app);
    if (round >= warmUpQuestions) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? Number.NaN;
  const told = `p50 ${at(0.5).toFixed(0)} ms, p95 ${at(0.95).toFixed(0)} ms, ${rows} rows`;
  return { p50Ms: at(0.5), told, plan: await planOf(database.sql) };
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
