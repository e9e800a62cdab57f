import type { TransactionSql } from 'postgres';
import type { JobKind, JobOf } from './job.ts';

/** One attempt at a job. */
export interface JobRun {
  /** From 1. */
  readonly attempt: number;
  /** Aborts when the attempt takes too long, or the server has to go. */
  readonly signal: AbortSignal;
  /**
   * Completes the job within a transaction, so that what the attempt writes is written once. Throws JobLost when the attempt took
   * so long that another one has begun.
   */
  complete(tx: TransactionSql): Promise<void>;
  /**
   * Ends the attempt as a failed one within a transaction, so that what it writes of that is written once. Answers in how many milliseconds
   * the next attempt begins at the earliest; null when this was the last. Throws JobLost as `complete` does.
   */
  fail(tx: TransactionSql, reason: string): Promise<number | null>;
}

export interface JobHandler<Kind extends JobKind> {
  /** Does the job; may run more than once for one job. What it throws is tried again later. */
  run(job: JobOf<Kind>, run: JobRun): Promise<void>;
  /** After the last attempt has failed; what it throws is tried again later as well. */
  failed(job: JobOf<Kind>, reason: string, run: JobRun): Promise<void>;
}

export type JobHandlers = { readonly [Kind in JobKind]: JobHandler<Kind> };

/** The job is somebody else's by now: leave it alone. */
export class JobLost extends Error {
  override readonly name = 'JobLost';
}
