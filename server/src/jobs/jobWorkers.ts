import type PgBoss from 'pg-boss';
import type { Sql, TransactionSql } from 'postgres';
import { transactionDatabase } from './bossDatabase.ts';
import { type Job, type JobKind, type JobOf, jobSchemas } from './job.ts';
import { type JobHandler, type JobHandlers, JobLost, type JobRun } from './jobHandler.ts';
import type { JobLog } from './jobLog.ts';
import { expiryMarginSeconds, failedQueue, jobKinds, queueSettings } from './queueSettings.ts';
import { WorkLoop } from './workLoop.ts';

/** pg-boss, and the pool that it uses. */
interface Queue {
  readonly boss: PgBoss;
  readonly sql: Sql;
}

type Fetched = PgBoss.JobWithMetadata<unknown>;

/** How long running jobs may go on once the server has been told to stop. */
const graceMs = 3_000;
/** What is done by the hour, which the jobs themselves may find to be too often. */
const hourlyKinds = ['retention', 'checkRollups'] as const;
const hourlyCheckMs = 10 * 60_000;
const hourlySlotSeconds = 3_600;

/** Begins to take jobs of every kind, and those whose last attempt has failed. */
export function startWorkers({ boss, sql }: Queue, handlers: JobHandlers, log: JobLog): { stop(): Promise<void> } {
  const leaving = new AbortController();
  const loops = jobKinds.flatMap((kind) => startKind(kind));
  // One an hour, of however many servers; the slot's key keeps the others out.
  const sendHourly = () =>
    Promise.all(
      hourlyKinds.map((kind) =>
        boss
          .send(kind, { kind } satisfies Job, { singletonSeconds: hourlySlotSeconds })
          .catch((error: unknown) => log.warn({ err: error, kind }, 'The hourly job could not be queued')),
      ),
    );
  void sendHourly();
  const hourly = setInterval(sendHourly, hourlyCheckMs);

  return {
    stop: async () => {
      clearInterval(hourly);
      const grace = setTimeout(() => leaving.abort(new Error('The server stops')), graceMs);
      await Promise.all(loops.map((loop) => loop.stop()));
      clearTimeout(grace);
    },
  };

  function startKind<Kind extends JobKind>(kind: Kind): WorkLoop<Fetched>[] {
    const { run, failed }: JobHandler<Kind> = handlers[kind];
    return [
      startLoop(kind, kind, (job, _, attempt) => run(job, attempt)),
      startLoop(kind, failedQueue(kind), (job, fetched, attempt) => failed(job, reasonOf(fetched), attempt)),
    ];
  }

  function startLoop<Kind extends JobKind>(
    kind: Kind,
    queue: string,
    handle: (job: JobOf<Kind>, fetched: Fetched, run: JobRun) => Promise<void>,
  ): WorkLoop<Fetched> {
    const { concurrency, pollMs, expireSeconds } = queueSettings[kind];
    return new WorkLoop<Fetched>({
      concurrency,
      pollMs: queue === kind ? pollMs : 5_000,
      fetch: (count) => boss.fetch<unknown>(queue, { batchSize: count, includeMetadata: true }),
      run: (fetched) => attempt(queue, fetched, expireSeconds, (run) => handle(parse(kind, fetched), fetched, run)),
    });
  }

  async function attempt(
    queue: string,
    { id, retryCount }: Fetched,
    expireSeconds: number,
    handle: (run: JobRun) => Promise<void>,
  ): Promise<void> {
    let ended = false;
    const complete = async (tx: TransactionSql) => {
      const db = transactionDatabase(tx);
      await boss.complete(queue, id, {}, { db });
      // Looked at when the row is ours: another attempt may have been active, and then what was written rolls back.
      const current = await boss.getJobById(queue, id, { db, includeArchive: false });
      if (current?.state !== 'completed' || current.retryCount !== retryCount)
        throw new JobLost(`The job ${id} is another attempt's`);
      ended = true;
    };
    const fail = async (tx: TransactionSql, reason: string) => {
      const db = transactionDatabase(tx);
      const isOurs = (job: Pick<Fetched, 'retryCount'> | null) => job?.retryCount === retryCount;
      const before = await boss.getJobById(queue, id, { db, includeArchive: false });
      if (!isOurs(before) || before?.state !== 'active') throw new JobLost(`The job ${id} is another attempt's`);
      await boss.fail(queue, id, { reason }, { db });
      const after = await boss.getJobById(queue, id, { db, includeArchive: false });
      if (!isOurs(after)) throw new JobLost(`The job ${id} is another attempt's`);
      log.warn({ job: id, queue, attempt: retryCount + 1, reason }, 'A job failed');
      ended = true;
      if (after?.state !== 'retry') return null;
      // The queue's times are those of the database's clock.
      const [row] = await tx<
        { ms: number }[]
      >`select extract(epoch from ${after.startAfter} - now())::float8 * 1000 as ms`;
      return Math.max(0, Math.round(row?.ms ?? 0));
    };
    const tooLong = AbortSignal.timeout((expireSeconds - expiryMarginSeconds) * 1_000);
    const signal = AbortSignal.any([leaving.signal, tooLong]);
    try {
      await handle({ attempt: retryCount + 1, signal, complete, fail });
      if (!ended) await sql.begin(complete);
    } catch (error) {
      if (error instanceof JobLost) {
        log.warn({ job: id, queue }, error.message);
        return;
      }
      log.warn({ err: error, job: id, queue, attempt: retryCount + 1 }, 'A job failed');
      const reason = error instanceof Error ? error.message : String(error);
      // When even that fails, the attempt expires, which comes to the same.
      await putBack(queue, id, retryCount, reason).catch((cause: unknown) =>
        log.warn({ err: cause, job: id, queue }, 'A failed job could not be put back'),
      );
    }
  }

  async function putBack(queue: string, id: string, retryCount: number, reason: string): Promise<void> {
    const current = await boss.getJobById(queue, id);
    if (current?.state === 'active' && current.retryCount === retryCount) await boss.fail(queue, id, { reason });
  }
}

function parse<Kind extends JobKind>(kind: Kind, { id, data }: Fetched): JobOf<Kind> {
  const parsed = jobSchemas[kind].safeParse(data);
  if (parsed.success) return parsed.data;
  throw new Error(`The job ${id} is not one of kind ${kind}`, { cause: parsed.error });
}

function reasonOf({ output }: Fetched): string {
  if (typeof output === 'object' && output !== null && 'reason' in output) return String(output.reason);
  return 'the attempt took too long, or its server was stopped';
}
