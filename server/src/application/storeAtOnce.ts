import type { Sql } from 'postgres';
import { batchAppended, headOf, type MovedHead } from '../feed/appendChanges.ts';
import { ingestLock } from '../persistence/ingestLock.ts';
import { reading, sendAsOne, writing } from '../persistence/sendAsOne.ts';
import type { Statement } from '../persistence/statement.ts';
import { throwStale } from './decideAgain.ts';
import { type DecidedBatch, insertDecided } from './decideBatch.ts';
import { countsOf, resultsOf, type StoredBatch } from './storeDecided.ts';

/** Whether `storeAtOnce` can store it: whether it changes nothing but what one statement can say. */
export function isPlain({ expected, pending, suppression: { counts, held, released } }: DecidedBatch): boolean {
  return expected !== null && pending.isPlain && counts.size + held.length + released.length === 0;
}

/**
 * Stores a plain batch by one statement, in a transaction of its own, of which `first` is done first. The batch before must have committed:
 * the statement sees what was so when it began. Throws DecideAgain as storeDecided does.
 */
export async function storeAtOnce(sql: Sql, batch: DecidedBatch, first: readonly Statement[]): Promise<StoredBatch> {
  const { receivedAt, decided, pending, id, expected } = batch;
  const steps = [
    ...writing(first),
    ...reading([ingestLock]),
    ...pending.steps(receivedAt),
    ...writing([...insertDecided(receivedAt, decided), ...countsOf(batch)]),
  ];
  const changes = pending.changes(receivedAt);
  const head = headOf(
    await sendAsOne<MovedHead>(sql, steps, batchAppended({ id, changes, expected })).catch(throwStale),
  );
  return { results: resultsOf(batch, pending.byId), changes, head };
}
