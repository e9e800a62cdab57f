import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Notice, type Sql, type TransactionSql } from 'postgres';
import { postgresTarget } from './connectionUrl.ts';

/** A connection or a transaction of the raw client; what plain SQL functions take. */
export type SqlExecutor = Sql | TransactionSql;

export interface Database {
  /** Raw SQL for the set-based statements of the hot paths; its rows have camelCase columns. */
  readonly sql: Sql;
  /**
   * The same on one connection of its own, for the statement that stores a batch of signals: it is planned there, and what Postgres keeps of
   * the tables is at hand. By ten connections in turn it costs Postgres a fifth more.
   */
  readonly batchSql: Sql;
  /** Drizzle for everything else. It changes the parsers of its client, so it has one of its own. */
  readonly orm: PostgresJsDatabase;
  readonly url: string;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly maxConnections?: number;
  /** Told of the server's notices; nobody is by default. */
  readonly onNotice?: (message: string) => void;
}

/** Opens pools to a Postgres 15 or newer. Connects lazily: run a query to find out whether the server answers. */
export function openDatabase({ url, maxConnections = 10, onNotice }: DatabaseOptions): Database {
  const target = postgresTarget(url);
  const shared = {
    ...target.options,
    onnotice: ({ message }: Notice) => onNotice?.(message ?? ''),
    connection: { application_name: 'vigil' },
  };
  const raw = { ...shared, transform: { column: { from: postgres.toCamel } } };
  const sql = postgres(target.url, { ...raw, max: maxConnections });
  const batchSql = postgres(target.url, { ...raw, max: 1 });
  const ormClient = postgres(target.url, { ...shared, max: Math.max(2, Math.floor(maxConnections / 2)) });
  return {
    sql,
    batchSql,
    orm: drizzle(ormClient),
    url,
    close: async () => {
      await Promise.all([sql, batchSql, ormClient].map((client) => client.end({ timeout: 5 })));
    },
  };
}
