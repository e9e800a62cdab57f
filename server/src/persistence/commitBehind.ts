import type { TransactionSql } from 'postgres';
import type { Begin } from './transactionsAhead.ts';

/** What a transaction was told to do and has not answered yet. */
export interface Sent<Result> {
  readonly answered: Promise<Result>;
}

/** @param answered may reject before anybody waits for it. */
export function sent<Result>(answered: Promise<Result>): Sent<Result> {
  answered.catch(() => {});
  return { answered };
}

/**
 * Runs a transaction whose commit travels right behind its last statements instead of after their answers. `work` resolves when all of them
 * are sent. Where one of them fails, Postgres rolls back at the commit; then this rejects as they do, and nothing was stored.
 */
export async function commitBehind<Result>(
  begin: Begin,
  work: (tx: TransactionSql) => Promise<Sent<Result>>,
): Promise<Result> {
  const lastStatements: Sent<Result>[] = [];
  try {
    await begin(async (tx) => {
      lastStatements.push(await work(tx));
    });
  } catch (error) {
    // They know better than the commit what was wrong.
    for (const { answered } of lastStatements) await answered;
    throw error;
  }
  const [last] = lastStatements;
  if (last === undefined) throw new Error('A transaction ended without its statements');
  return await last.answered;
}
