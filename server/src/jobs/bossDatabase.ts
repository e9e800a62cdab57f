import type PgBoss from 'pg-boss';
import type { Sql, TransactionSql } from 'postgres';

/** Postgres' `unknown`: it works out the type by itself, and postgres.js passes the text on as it is. */
const unknownType = 705;

/**
 * A value as node-postgres would send it. postgres.js would make JSON of a string that goes to a JSON parameter, and pg-boss hands in
 * JSON that is text already.
 */
function parameter(sql: Sql | TransactionSql, value: unknown) {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'boolean' || value instanceof Date) return value;
  if (isTexts(value)) return value;
  return sql.typed(typeof value === 'string' ? value : JSON.stringify(value), unknownType);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** Statements of pg-boss within our transaction. */
export function transactionDatabase(tx: TransactionSql): PgBoss.Db {
  return {
    executeSql: async (text, values = []) => ({
      rows: await tx.unsafe(
        text,
        values.map((value) => parameter(tx, value)),
        { prepare: true },
      ),
    }),
  };
}

/** Statements of pg-boss on a pool of its own. */
export function poolDatabase(sql: Sql): PgBoss.Db {
  return {
    executeSql: async (text, values = []) => {
      const script = /^\s*BEGIN;([\s\S]*)COMMIT;\s*$/.exec(text)?.[1];
      // As a transaction of the pool's: when a script fails, its connection is not left in the failed transaction.
      if (script !== undefined) return { rows: await sql.begin((tx) => tx.unsafe(script)) };
      if (values.length === 0) return { rows: await sql.unsafe(text) };
      return {
        rows: await sql.unsafe(
          text,
          values.map((value) => parameter(sql, value)),
          { prepare: true },
        ),
      };
    },
  };
}
