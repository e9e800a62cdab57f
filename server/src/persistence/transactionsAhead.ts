import type { Sql, TransactionSql } from 'postgres';

type Work = (tx: TransactionSql) => Promise<void>;

/** Runs a transaction: commits what the work did, or rolls it back where that fails. */
export type Begin = (work: Work) => Promise<void>;

/** An open transaction that waits for its work. */
interface Opened {
  readonly give: (work: Work) => void;
  readonly ended: Promise<void>;
  readonly expiry: NodeJS.Timeout;
}

/**
 * Opens a transaction before there is work for it, so that the work need not wait for Postgres to answer its "begin". One that nobody wants
 * within a moment ends.
 */
export class TransactionsAhead {
  readonly #sql: Sql;
  readonly #keptMs: number;
  #spare: Opened | null = null;

  constructor(sql: Sql, { keptMs = 20 }: { readonly keptMs?: number } = {}) {
    this.#sql = sql;
    this.#keptMs = keptMs;
  }

  /** Another transaction is likely to be wanted soon. */
  open(): void {
    this.#spare ??= this.#open();
  }

  readonly begin: Begin = (work) => {
    const { give, ended, expiry } = this.#spare ?? this.#open();
    this.#spare = null;
    clearTimeout(expiry);
    give(work);
    return ended;
  };

  #open(): Opened {
    let give: (work: Work) => void = () => {};
    const given = new Promise<Work>((resolve) => {
      give = resolve;
    });
    const ended = this.#sql.begin(async (tx) => (await given)(tx));
    const expiry = setTimeout(() => {
      drop();
      give(async () => {});
    }, this.#keptMs);
    const opened = { give, ended, expiry };
    const drop = () => {
      clearTimeout(expiry);
      if (this.#spare === opened) this.#spare = null;
    };
    // Lost before it had any work: the next one is opened when it is wanted.
    ended.catch(drop);
    return opened;
  }
}
