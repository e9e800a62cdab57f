import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepRetention } from '../../server/src/jobs/retention.ts';
import { type Database, openDatabase } from '../../server/src/persistence/database.ts';
import { isTransient } from '../../server/src/persistence/transient.ts';
import { silentLog } from '../support/silentLog.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

const today = new Date('2026-11-24T10:00:00Z');
let made: TestDatabase;
let database: Database;

beforeEach(async () => {
  made = await createTestDatabase();
  database = openDatabase({ url: made.url, maxConnections: 4 });
});

afterEach(async () => {
  await database.close();
  await made.drop();
});

const keep = (now: Date) =>
  keepRetention({ database, log: silentLog, clock: { now: async () => now, at: () => now }, signalDays: 30 });

async function insertSignal(receivedAt: string): Promise<string> {
  const id = randomUUID();
  await database.sql`
    insert into signal (id, received_at, occurred_at, source, service, title, state, dedup_key, metrics, labels, historical, outcome, decision)
    values (${id}, ${receivedAt}::timestamptz, now(), 'test', 'checkout', 'Errors', 'FIRING', 'key', '[]', '[]', false, 'LOGGED', '{}')`;
  return id;
}

/** As a batch is stored: again, where the day's partition was attached in the middle of it. */
async function insertPatiently(receivedAt: string): Promise<string> {
  try {
    return await insertSignal(receivedAt);
  } catch (error) {
    if (!isTransient(error)) throw error;
    return insertPatiently(receivedAt);
  }
}

async function placeOf(id: string): Promise<string | undefined> {
  const [row] = await database.sql<
    { place: string }[]
  >`select tableoid::regclass::text as place from signal where id = ${id}`;
  return row?.place;
}

async function partitions(): Promise<string[]> {
  const rows = await database.sql<{ name: string }[]>`
    select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = 'signal'::regclass order by relname`;
  return rows.map(({ name }) => name);
}

test('there are partitions for today and the 7 days after it, however often they are made', async () => {
  await keep(today);
  await keep(today);
  const names = await partitions();
  expect(names).toHaveLength(9);
  expect(names[0]).toBe('signal_20261124');
  expect(names[7]).toBe('signal_20261201');
  expect(names[8]).toBe('signal_default');
});

test('signals find the partition of their day, and those that came before it was made move there', async () => {
  const early = await insertSignal('2026-11-24T00:00:00Z');
  const elsewhere = await insertSignal('2026-12-24T00:00:00Z');
  expect(await placeOf(early)).toBe('signal_default');
  await keep(today);
  const late = await insertSignal('2026-11-24T23:59:59.999Z');
  const tomorrow = await insertSignal('2026-11-25T00:00:00Z');
  expect(await placeOf(early)).toBe('signal_20261124');
  expect(await placeOf(elsewhere)).toBe('signal_default');
  expect(await placeOf(late)).toBe('signal_20261124');
  expect(await placeOf(tomorrow)).toBe('signal_20261125');
});

test('two servers may do it at the same time, and signals may come in meanwhile', async () => {
  const inserting = Array.from({ length: 20 }, () => insertPatiently('2026-11-24T10:00:00Z'));
  await Promise.all([keep(today), keep(today), ...inserting]);
  const [row] = await database.sql<{ count: number }[]>`select count(*)::int as count from signal`;
  expect(row?.count).toBe(20);
});

test('signals older than 30 days go, by partition and from the default one', async () => {
  const stray = await insertSignal('2026-11-20T10:00:00Z');
  await keep(today);
  const old = await insertSignal('2026-11-24T10:00:00Z');
  const kept = await insertSignal('2026-11-25T10:00:00Z');
  await keep(new Date('2026-12-25T09:00:00Z'));
  expect(await placeOf(stray)).toBeUndefined();
  expect(await placeOf(old)).toBeUndefined();
  expect(await placeOf(kept)).toBe('signal_20261125');
  expect(await partitions()).not.toContain('signal_20261124');
});

test('changes go after 7 days and idempotency keys after 8, and the last change stays', async () => {
  const { sql } = database;
  for (const [position, at] of ['2026-11-10', '2026-11-16', '2026-11-18', '2026-11-10'].entries()) {
    await sql`insert into change values (${position + 1}, ${randomUUID()}, 'UPDATED', ${at}, null, '{}')`;
  }
  await sql`update feed set head = 4`;
  for (const at of ['2026-11-15', '2026-11-17']) {
    await sql`insert into idempotency values (${Buffer.from(at)}, ${randomUUID()}, ${at})`;
  }
  await keep(today);
  expect((await sql`select position from change order by position`).map((row) => Number(row.position))).toEqual([3, 4]);
  expect((await sql`select key_hash from idempotency`).map((row) => String(row.keyHash))).toEqual(['2026-11-17']);
});
