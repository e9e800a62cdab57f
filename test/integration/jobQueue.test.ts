import { randomUUID } from 'node:crypto';
import type { TransactionSql } from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { IncidentId } from '../../server/src/domain/ids.ts';
import type { NotifyJob } from '../../server/src/jobs/job.ts';
import type { JobHandlers } from '../../server/src/jobs/jobHandler.ts';
import { type JobQueue, openJobQueue } from '../../server/src/jobs/jobQueue.ts';
import { type Database, openDatabase } from '../../server/src/persistence/database.ts';
import { silentLog } from '../support/silentLog.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

let made: TestDatabase;
let database: Database;
let queues: JobQueue[];

beforeEach(async () => {
  made = await createTestDatabase();
  database = openDatabase({ url: made.url, maxConnections: 4 });
  queues = [];
});

afterEach(async () => {
  await Promise.all(queues.map((queue) => queue.close()));
  await database.close();
  await made.drop();
});

async function open(): Promise<JobQueue> {
  const queue = await openJobQueue(database, silentLog);
  queues.push(queue);
  return queue;
}

function job(reason: string): NotifyJob {
  const incidentId = randomUUID() as IncidentId;
  return { kind: 'notify', incidentId, target: 'log', policyVersion: 1, severity: 'HIGH', reason, key: randomUUID() };
}

function handlers(notify: JobHandlers['notify']): JobHandlers {
  const idle = { run: async () => {}, failed: async () => {} };
  return { notify, retention: idle, checkRollups: idle, train: idle };
}

/** Resolves with what was pushed once there are `count`. */
function collector<Item>() {
  const items: Item[] = [];
  let check = () => {};
  return {
    items,
    push: (item: Item) => {
      items.push(item);
      check();
    },
    waitFor: (count: number) =>
      new Promise<readonly Item[]>((resolve) => {
        check = () => items.length >= count && resolve(items);
        check();
      }),
  };
}

test('a job is done once its transaction has committed, and never when it rolls back', async () => {
  const queue = await open();
  const done = collector<string>();
  await queue.work(handlers({ run: async ({ reason }) => done.push(reason), failed: async () => {} }));
  await database.sql
    .begin(async (tx) => {
      await queue.enqueue(tx, [job('rolled back')]);
      throw new Error('no');
    })
    .catch(() => {});
  await database.sql.begin((tx) => queue.enqueue(tx, [job('say "hi"\n\\u0041 é'), job('second')]));
  expect([...(await done.waitFor(2))].sort()).toEqual(['say "hi"\n\\u0041 é', 'second']);
});

test('two servers share the jobs, each job once', async () => {
  const [first, second] = await Promise.all([open(), open()]);
  const done = collector<string>();
  const shared = handlers({ run: async ({ key }) => done.push(key), failed: async () => {} });
  const jobs = Array.from({ length: 60 }, (_, i) => job(String(i)));
  await database.sql.begin((tx) => first.enqueue(tx, jobs));
  await Promise.all([first.work(shared), second.work(shared)]);
  await done.waitFor(60);
  await Promise.all(queues.splice(0).map((queue) => queue.close()));
  expect(new Set(done.items).size).toBe(60);
  expect(done.items).toHaveLength(60);
  const [left] = await database.sql<{ count: number }[]>`
    select count(*)::int as count from pgboss.job where name = 'notify' and state <> 'completed'`;
  expect(left?.count).toBe(0);
});

test('a failed attempt is made again, and what it wrote with its completion is written once', async () => {
  const queue = await open();
  await database.sql`create table written (attempt int)`;
  const attempts = collector<number>();
  await queue.work(
    handlers({
      run: async (_job, run) => {
        if (run.attempt === 1) {
          attempts.push(1);
          throw new Error('not today');
        }
        await database.sql.begin(async (tx) => {
          await tx`insert into written values (${run.attempt})`;
          await run.complete(tx);
        });
        attempts.push(run.attempt);
      },
      failed: async () => {},
    }),
  );
  await database.sql.begin((tx) => queue.enqueue(tx, [job('retry')]));
  expect(await attempts.waitFor(2)).toEqual([1, 2]);
  expect(await database.sql`select attempt from written`).toEqual([{ attempt: 2 }]);
});

test('after the last attempt the failure is handed over with its reason', async () => {
  const queue = await open();
  const failures = collector<string>();
  await database.sql.begin((tx) => queue.enqueue(tx, [job('last')]));
  // Its retries are used up: the attempt to come is the last one.
  await database.sql`update pgboss.job set retry_limit = 0 where name = 'notify'`;
  await queue.work(
    handlers({
      run: async () => {
        throw new Error('answered 503');
      },
      failed: async ({ reason: of }, reason) => failures.push(`${of}: ${reason}`),
    }),
  );
  expect(await failures.waitFor(1)).toEqual(['last: answered 503']);
});

test('an attempt that was given to somebody else meanwhile writes nothing', async () => {
  const queue = await open();
  await database.sql`create table written (attempt int)`;
  const outcomes = collector<string>();
  let secondBegins = () => {};
  const second = new Promise<void>((resolve) => {
    secondBegins = resolve;
  });
  let firstEnds = () => {};
  const first = new Promise<void>((resolve) => {
    firstEnds = resolve;
  });
  const write = (attempt: number, complete: (tx: TransactionSql) => Promise<void>) =>
    database.sql.begin(async (tx) => {
      await tx`insert into written values (${attempt})`;
      await complete(tx);
    });
  await queue.work(
    handlers({
      run: async (_job, { attempt, complete }) => {
        if (attempt === 1) {
          // As maintenance does when an attempt has expired.
          await database.sql`update pgboss.job set state = 'retry' where name = 'notify'`;
          await second;
          await write(attempt, complete).catch((error: Error) => outcomes.push(error.name));
          firstEnds();
          throw new Error('too late to matter');
        }
        secondBegins();
        await first;
        await write(attempt, complete);
        outcomes.push('written');
      },
      failed: async () => {},
    }),
  );
  await database.sql.begin((tx) => queue.enqueue(tx, [job('lost')]));
  expect(await outcomes.waitFor(2)).toEqual(['JobLost', 'written']);
  expect(await database.sql`select attempt from written`).toEqual([{ attempt: 2 }]);
});
