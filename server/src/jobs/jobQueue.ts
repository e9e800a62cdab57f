import PgBoss from 'pg-boss';
import postgres, { type Sql, type TransactionSql } from 'postgres';
import { advisoryLocks } from '../persistence/advisoryLocks.ts';
import { postgresTarget } from '../persistence/connectionUrl.ts';
import type { Database } from '../persistence/database.ts';
import { poolDatabase, transactionDatabase } from './bossDatabase.ts';
import type { Job, JobKind } from './job.ts';
import type { JobHandlers } from './jobHandler.ts';
import type { JobLog } from './jobLog.ts';
import { startWorkers } from './jobWorkers.ts';
import { failedQueue, jobKinds, maintenanceSeconds, queueSettings } from './queueSettings.ts';

export interface JobQueue {
  /** Adds jobs in the transaction that decided on them: both commit, or neither. */
  enqueue(tx: TransactionSql, jobs: readonly Job[]): Promise<void>;
  /** Begins to do jobs, of this and of other servers on the same database. */
  work(handlers: JobHandlers): Promise<void>;
  /** Takes no more jobs, lets those that run end or aborts them after a few seconds, and closes the queue's connections. */
  close(): Promise<void>;
}

/** Opens the job queue, and makes its tables (schema `pgboss`) where they are missing. */
export async function openJobQueue(database: Pick<Database, 'url'>, log: JobLog): Promise<JobQueue> {
  const target = postgresTarget(database.url);
  const sql = postgres(target.url, {
    ...target.options,
    max: 3,
    onnotice: () => {},
    connection: { application_name: 'vigil-jobs' },
  });
  const boss = new PgBoss({
    db: poolDatabase(sql),
    maintenanceIntervalSeconds: maintenanceSeconds,
    // No index serves these deletions: the table is kept small instead.
    archiveCompletedAfterSeconds: 3_600,
    deleteAfterDays: 1,
    // Cron would poll for us as well; the retention job needs none.
    schedule: false,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'The job queue could not be tended'));
  try {
    await startAlone(sql, boss);
  } catch (cause) {
    await boss.stop({ graceful: false }).catch(() => {});
    await sql.end({ timeout: 5 });
    throw new Error('Could not open the job queue', { cause });
  }
  let workers: { stop(): Promise<void> } | undefined;
  return {
    enqueue: async (tx, jobs) => {
      if (jobs.length === 0) return;
      await boss.insert(
        jobs.map((job) => ({ name: job.kind, data: job })),
        { db: transactionDatabase(tx) },
      );
    },
    work: async (handlers) => {
      workers ??= startWorkers({ boss, sql }, handlers, log);
    },
    close: async () => {
      await workers?.stop();
      await boss.stop({ graceful: false });
      await sql.end({ timeout: 5 });
    },
  };
}

/** Each queue is a table of its own; pg-boss deadlocks when two are made at the same time, be it by two servers. */
async function startAlone(sql: Sql, boss: PgBoss): Promise<void> {
  const connection = await sql.reserve();
  try {
    await connection`select pg_advisory_lock(${advisoryLocks.jobQueues})`;
    await boss.start();
    for (const kind of jobKinds) await makeQueue(boss, kind);
    await connection`select pg_advisory_unlock(${advisoryLocks.jobQueues})`;
  } finally {
    connection.release();
  }
}

async function makeQueue(boss: PgBoss, kind: JobKind): Promise<void> {
  const { expireSeconds, retries, retryDelaySeconds } = queueSettings[kind];
  const options = {
    name: kind,
    expireInSeconds: expireSeconds,
    retryLimit: retries,
    retryDelay: retryDelaySeconds,
    retryBackoff: true,
  };
  const failed = failedQueue(kind);
  // Of the failures a note is to be made, which needs nobody but the database.
  await boss.createQueue(failed, { ...options, name: failed, retryLimit: 100 });
  await boss.createQueue(kind, { ...options, deadLetter: failed });
  // An older server may have made the queue with other settings.
  await boss.updateQueue(kind, { ...options, deadLetter: failed });
}
