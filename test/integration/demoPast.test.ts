import { createVigilClient, type VigilClient } from '@vigil/schema';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkRollups } from '../../server/src/application/metricRollups.ts';
import { storeDemoPast } from '../../server/src/commands/demoPast.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

let vigil: TestVigil;
let client: VigilClient;
let stored: number;

beforeAll(async () => {
  vigil = await startVigil({ demo: true });
  client = createVigilClient(vigil);
  // A board may have asked before.
  expect((await client.metrics(months())).opened).toBe(0);
  stored = await storeDemoPast(vigil.app);
});
afterAll(async () => {
  client?.close();
  await vigil?.close();
});

const dayMs = 86_400_000;
const months = () => ({
  range: { from: new Date(Date.now() - 62 * dayMs).toISOString(), to: new Date().toISOString(), timeZone: 'UTC' },
});

it('gives the metrics two months: acknowledged and resolved, by people and by themselves, each severity, some escalated', async () => {
  const metrics = await client.metrics(months());
  expect(metrics.opened).toBe(stored);
  expect(stored).toBeGreaterThan(300);
  expect(metrics.resolved).toBe(stored);
  expect(metrics.mtta.n).toBeGreaterThan(stored / 2);
  expect(metrics.mtta.meanSeconds).toBeGreaterThan(60);
  const { nodes } = await client.incidents({ first: 500, orderBy: 'OPENED_AT_ASC' });
  expect(new Set(nodes.map(({ status }) => status))).toEqual(new Set(['RESOLVED']));
  expect(new Set(nodes.map(({ severity }) => severity)).size).toBe(4);
  expect(nodes.some(({ resolvedBy }) => resolvedBy === 'vigil')).toBe(true);
  expect(nodes.some(({ resolvedBy }) => resolvedBy?.endsWith('(demo)'))).toBe(true);
  expect(nodes.map(({ number }) => number)).toEqual(nodes.map((_, place) => place + 1));
});

it('stores what the engines would have: a timeline for each, rollups that agree, no notification and nothing that waits', async () => {
  const { sql } = vigil.app.database;
  const [without] = await sql`select number from incident where id not in (select incident_id from timeline) limit 1`;
  expect(without).toBeUndefined();
  const check = await checkRollups(sql);
  expect(check.incidents).toBe(stored);
  expect(check.differences).toEqual([]);
  const [escalated] = await sql<{ count: number }[]>`select count(*)::int as count from escalation`;
  expect(escalated?.count).toBeGreaterThan(5);
  const [told] = await sql`select kind from timeline where kind in ('NOTIFIED', 'NOTIFICATION_FAILED') limit 1`;
  expect(told).toBeUndefined();
});

it('changes nothing in a database that holds incidents', async () => {
  expect(await storeDemoPast(vigil.app)).toBe(0);
  expect((await client.metrics(months())).opened).toBe(stored);
});
