import { type Sent, sent } from '../persistence/commitBehind.ts';
import { inOneFlight } from '../persistence/inOneFlight.ts';

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

/** Throws what was wrong first: what is asked behind a statement that failed is refused for its sake. */
export async function withAhead<Result>(work: (ahead: SentAhead) => Promise<Result>): Promise<Result> {
  const ahead = new SentAhead();
  try {
    return await work(ahead);
  } catch (error) {
    await inOneFlight([...ahead.answers, Promise.reject(error)]);
    throw error;
  }
}
