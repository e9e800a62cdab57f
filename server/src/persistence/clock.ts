import type { Sql } from 'postgres';
import type { SqlExecutor } from './database.ts';

/** The database's clock: what orders everything. */
export interface Clock {
  /** Inside a transaction give its executor, so that reading the time never waits for a second connection. */
  now(executor?: SqlExecutor): Promise<Date>;
  /** What it says when the database's says this. */
  at(databaseTime: Date): Date;
}

/** @param offsetMs how far this clock runs ahead of the database's; tests move it. */
export function databaseClock(sql: Sql, offsetMs: () => number = () => 0): Clock {
  const at = (databaseTime: Date) => new Date(databaseTime.getTime() + offsetMs());
  return {
    now: async (executor = sql) => {
      const [row] = await executor<{ now: Date }[]>`select clock_timestamp() as now`;
      if (row === undefined) throw new Error('The database gave no time');
      return at(row.now);
    },
    at,
  };
}
