import type { TransactionSql } from 'postgres';
import { type Sent, sent } from '../persistence/commitBehind.ts';
import { insertSignals } from '../persistence/signals.ts';
import type { DecidedSignal } from './decideBatch.ts';

/**
 * The rows of a batch's signals. They wait for nobody: the database takes the first of them while the others are decided, and while the batch
 * before holds the lock. They are the most of what a batch writes, and do not fit into the socket all at once.
 */
export class SignalRows {
  readonly #tx: TransactionSql;
  readonly #receivedAt: Date;
  readonly #sent: Sent<void>[] = [];

  constructor(tx: TransactionSql, receivedAt: Date) {
    this.#tx = tx;
    this.#receivedAt = receivedAt;
  }

  add(decided: readonly DecidedSignal[]): void {
    this.#sent.push(sent(insertSignals(this.#tx, this.#receivedAt, decided.map(toRow))));
  }

  /** One answer for each time that some were added. */
  get answers(): Promise<void>[] {
    return this.#sent.map(({ answered }) => answered);
  }
}

function toRow({ arrived, verdict }: DecidedSignal) {
  const { outcome, decision, incident } = verdict;
  return { signal: arrived.signal, outcome, decision, incidentId: incident?.id ?? null };
}
