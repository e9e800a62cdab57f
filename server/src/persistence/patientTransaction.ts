import type { Sql, TransactionSql } from 'postgres';
import { isDeadlock } from './transient.ts';

const attempts = 8;

/**
 * Runs a transaction, and anew when it was given up because another was in its way: what a person asks for must not fail, nor what was sent
 * be sent again, because a batch locked more incidents at the same moment. `work` may run several times; all but the last are rolled back.
 */
export async function beginPatiently<Result>(
  sql: Sql,
  work: (tx: TransactionSql) => Promise<Result>,
): Promise<Awaited<Result>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await sql.begin(work)) as Awaited<Result>;
    } catch (error) {
      if (!isDeadlock(error) || attempt === attempts) throw error;
    }
  }
}
