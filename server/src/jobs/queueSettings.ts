import type { JobKind } from './job.ts';

interface QueueSettings {
  /** An attempt that takes longer is taken for dead and made again. */
  readonly expireSeconds: number;
  /** Attempts after the first. */
  readonly retries: number;
  /** The first retry comes after one to two times this; each further one after twice as long. */
  readonly retryDelaySeconds: number;
  /** How many at the same time in one server. */
  readonly concurrency: number;
  readonly pollMs: number;
}

export const queueSettings: { readonly [Kind in JobKind]: QueueSettings } = {
  // 9 attempts within 9 to 17 minutes: a page that comes later helps nobody.
  notify: { expireSeconds: 20, retries: 8, retryDelaySeconds: 2, concurrency: 16, pollMs: 1_000 },
  retention: { expireSeconds: 600, retries: 5, retryDelaySeconds: 30, concurrency: 1, pollMs: 5_000 },
  // It reads every incident that there is.
  checkRollups: { expireSeconds: 3_600, retries: 1, retryDelaySeconds: 600, concurrency: 1, pollMs: 60_000 },
  // A month of readings is read again, in minutes rather than seconds; what a killed server was learning begins anew after this time.
  train: { expireSeconds: 900, retries: 2, retryDelaySeconds: 5, concurrency: 1, pollMs: 2_000 },
};

export const jobKinds = Object.keys(queueSettings) as JobKind[];

/** The queue of jobs of a kind whose last attempt has failed. */
export function failedQueue(kind: JobKind): string {
  return `${kind}-failed`;
}

/**
 * How often dead attempts are looked for. With expiry, backoff and poll, what a killed server was delivering is attempted again
 * within 20 + 10 + 4 + 1 seconds.
 */
export const maintenanceSeconds = 5;

/** An attempt gives up this long before it expires, so that two attempts do not overlap. */
export const expiryMarginSeconds = 4;
