import { type Sent, sent } from '../persistence/commitBehind.ts';

/**
 * What a batch tells the database before it is wholly decided. It waits for nobody: the database does it while the rest is decided, and
 * while the batch before holds the lock.
 */
export class SentAhead {
  readonly #statements: Sent<unknown>[] = [];

  add(statement: Promise<unknown>): void {
    this.#statements.push(sent(statement));
  }

  /** One for each statement. */
  get answers(): Promise<unknown>[] {
    return this.#statements.map(({ answered }) => answered);
  }
}
