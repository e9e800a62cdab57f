import { type Circumstances, readCircumstances } from '../persistence/circumstances.ts';
import type { SqlExecutor } from '../persistence/database.ts';
import { DatabaseTime } from '../persistence/databaseTime.ts';
import type { Stretch } from '../persistence/suppressions.ts';

/** What a batch is decided in, and when. */
export interface Moment {
  readonly circumstances: Circumstances;
  /** By the database's own clock. */
  readonly databaseTime: Date;
}

/** Keeps in what circumstances the last batch was decided: the next one is decided in the same, mostly. */
export class CircumstanceMemory {
  readonly #time = new DatabaseTime();
  #last: Circumstances | null = null;

  /** Asks the database, also about what suppresses something within the stretch. */
  async read(sql: SqlExecutor, stretch: Stretch): Promise<Moment> {
    const { circumstances, databaseTimeMs } = await this.#time.ask(() => readCircumstances(sql, stretch));
    this.#last = circumstances;
    return { circumstances, databaseTime: new Date(databaseTimeMs) };
  }

  /** What is likely so still, if nothing suppresses anything. The transaction has to require it. Null where it has to be read. */
  guess(): Moment | null {
    if (this.#last === null || this.#last.isSuppressed) return null;
    const databaseTimeMs = this.#time.guess();
    return databaseTimeMs === null ? null : { circumstances: this.#last, databaseTime: new Date(databaseTimeMs) };
  }
}
