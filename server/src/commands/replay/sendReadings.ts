import { setTimeout as sleep } from 'node:timers/promises';
import { type IngestResult, type IngestResults, type SignalInput, VigilError } from '@vigil/schema';

export interface SendOptions {
  readonly ingestAll: (signals: readonly SignalInput[]) => Promise<IngestResults>;
  readonly batchSize: number;
  /** Told after each batch: its answers, and the place of its first signal. */
  readonly onAnswers: (results: readonly IngestResult[], from: number) => void;
  readonly now: () => number;
}

/** How long the same batch is sent again, after the client's own tries, while the server cannot take it. */
const rideOutMs = 60_000;
const pauseMs = 1_000;

/** Sends batch after batch in order. Each may be sent again, since every signal has an idempotency key. */
export async function sendReadings(signals: readonly SignalInput[], options: SendOptions): Promise<void> {
  const { batchSize, onAnswers } = options;
  for (let from = 0; from < signals.length; from += batchSize) {
    const { results } = await sendBatch(signals.slice(from, from + batchSize), options);
    onAnswers(results, from);
  }
}

async function sendBatch(batch: readonly SignalInput[], { ingestAll, now }: SendOptions): Promise<IngestResults> {
  const startedAt = now();
  for (;;) {
    try {
      return await ingestAll(batch);
    } catch (error) {
      if (!passes(error) || now() - startedAt > rideOutMs) throw error;
      await sleep(error.retryAfter === undefined ? pauseMs : error.retryAfter * 1000);
    }
  }
}

const passing: ReadonlySet<string> = new Set(['RATE_LIMITED', 'UNAVAILABLE', 'INTERNAL_SERVER_ERROR']);

/** What a server says that is too busy, or that is just losing its database: unlike a wrong token, it passes. */
function passes(error: unknown): error is VigilError {
  return error instanceof VigilError && passing.has(error.code);
}
