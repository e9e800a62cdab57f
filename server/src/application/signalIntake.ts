import type { NewSignal } from '../domain/signal.ts';
import type { IngestResult } from './ingestResult.ts';

/** Too many signals wait already: the sender is to try again later. */
export class IntakeFull extends Error {
  readonly retryAfterSeconds = 1;

  constructor(bound: number) {
    super(`More than ${bound} signals wait to be stored: try again in a second`);
    this.name = 'IntakeFull';
  }
}

interface Submission {
  readonly signals: readonly NewSignal[];
  readonly resolve: (results: readonly IngestResult[]) => void;
  readonly reject: (error: unknown) => void;
}

export interface SignalIntakeOptions {
  /** Stores one batch in one transaction; answers in its order. */
  readonly storeBatch: (signals: readonly NewSignal[]) => Promise<readonly IngestResult[]>;
  /** How many transactions may be in flight. */
  readonly lanes?: number;
  /** How many signals a transaction takes; a submission is never split. */
  readonly batchSize?: number;
  /** How many signals may wait. */
  readonly bound?: number;
}

/**
 * Coalesces signals: while transactions are in flight arrivals gather, and the next transaction takes them all. A submission's
 * signals stay together and in order.
 */
export class SignalIntake {
  readonly #options: Required<SignalIntakeOptions>;
  #waiting: Submission[] = [];
  #waitingSignals = 0;
  #busyLanes = 0;

  constructor({ storeBatch, lanes = 2, batchSize = 500, bound = 20_000 }: SignalIntakeOptions) {
    this.#options = { storeBatch, lanes, batchSize, bound };
  }

  submit(signals: readonly NewSignal[]): Promise<readonly IngestResult[]> {
    if (this.#waitingSignals + signals.length > this.#options.bound) throw new IntakeFull(this.#options.bound);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ signals, resolve, reject });
      this.#waitingSignals += signals.length;
      // Requests that arrive within one turn of the event loop share the first transaction.
      setImmediate(() => this.#startLane());
    });
  }

  #startLane(): void {
    if (this.#busyLanes >= this.#options.lanes || this.#waiting.length === 0) return;
    const batch = this.#takeBatch();
    this.#busyLanes += 1;
    void this.#store(batch).finally(() => {
      this.#busyLanes -= 1;
      this.#startLane();
    });
  }

  #takeBatch(): Submission[] {
    let size = 0;
    let count = 0;
    for (const { signals } of this.#waiting) {
      if (count > 0 && size + signals.length > this.#options.batchSize) break;
      size += signals.length;
      count += 1;
    }
    const batch = this.#waiting.slice(0, count);
    this.#waiting = this.#waiting.slice(count);
    this.#waitingSignals -= size;
    return batch;
  }

  async #store(batch: readonly Submission[]): Promise<void> {
    try {
      const results = await this.#options.storeBatch(batch.flatMap(({ signals }) => signals));
      let place = 0;
      for (const { signals, resolve } of batch) {
        resolve(results.slice(place, place + signals.length));
        place += signals.length;
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
