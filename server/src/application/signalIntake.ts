import type { NewSignal } from '../domain/signal.ts';
import { FairQueue } from './fairQueue.ts';
import type { IngestResult } from './ingestResult.ts';

/** Too many signals wait already: the sender is to try again later. No fault of the sender's, so HTTP says 503: many tools give up after a 429. */
export class IntakeFull extends Error {
  readonly retryAfterSeconds = 1;

  constructor(waiting: number) {
    super(`${waiting} signals wait to be stored and there is no room for more of this source: try again in a second`);
    this.name = 'IntakeFull';
  }
}

interface Submission {
  readonly signals: readonly NewSignal[];
  readonly resolve: (results: readonly IngestResult[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Stores one batch in one transaction; answers in its order. Says when it is decided: another can be, while this one is stored. */
export type StoreBatch = (signals: readonly NewSignal[], onDecided: () => void) => Promise<readonly IngestResult[]>;

export interface SignalIntakeOptions {
  readonly storeBatch: StoreBatch;
  /** How many transactions may be in flight. */
  readonly lanes?: number;
  /** How many signals have to wait before a transaction begins beside another. */
  readonly worthALane?: number;
  /** How many signals a transaction takes; a submission is never split. */
  readonly batchSize?: number;
  /** How many signals may wait. */
  readonly bound?: number;
}

/**
 * Coalesces signals: while transactions are in flight arrivals gather, and the next transaction takes them all. A submission's
 * signals stay together and in order. Sources take turns, so that a noisy one delays itself.
 *
 * Where many signals wait, one batch is decided while another is stored. Few wait for the batch before: its transaction costs as much as
 * they do, and two of them nearly twice as much as one.
 */
export class SignalIntake {
  readonly #storeBatch: SignalIntakeOptions['storeBatch'];
  readonly #lanes: number;
  readonly #worthALane: number;
  readonly #batchSize: number;
  readonly #waiting: FairQueue<Submission>;
  #busyLanes = 0;
  #isDeciding = false;

  constructor({ storeBatch, lanes = 2, worthALane = 250, batchSize = 2_500, bound = 20_000 }: SignalIntakeOptions) {
    this.#storeBatch = storeBatch;
    this.#lanes = lanes;
    this.#worthALane = worthALane;
    this.#batchSize = batchSize;
    this.#waiting = new FairQueue(bound);
  }

  /** Answers after the commit. Throws IntakeFull at once when there is no room. */
  submit(signals: readonly NewSignal[]): Promise<readonly IngestResult[]> {
    return new Promise((resolve, reject) => {
      const submission = { signals, resolve, reject };
      // One request is one sender's: the first signal says whose.
      if (!this.#waiting.add(signals[0]?.source ?? '', signals.length, submission)) {
        throw new IntakeFull(this.#waiting.size);
      }
      // Requests that arrive within one turn of the event loop share the first transaction.
      setImmediate(() => this.#startLane());
    });
  }

  #startLane(): void {
    if (this.#isDeciding || this.#busyLanes >= this.#lanes) return;
    if (this.#busyLanes > 0 && this.#waiting.size < this.#worthALane) return;
    const batch = this.#waiting.take(this.#batchSize);
    if (batch.length === 0) return;
    this.#busyLanes += 1;
    this.#isDeciding = true;
    let isDeciding = true;
    const onDecided = () => {
      if (!isDeciding) return;
      isDeciding = false;
      this.#isDeciding = false;
      this.#startLane();
    };
    void this.#store(batch, onDecided).finally(() => {
      this.#busyLanes -= 1;
      if (isDeciding) onDecided();
      else this.#startLane();
    });
  }

  async #store(batch: readonly Submission[], onDecided: () => void): Promise<void> {
    try {
      const signals = batch.flatMap((submission) => submission.signals);
      const results = await this.#storeBatch(signals, onDecided);
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
