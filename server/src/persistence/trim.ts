import type { Sql } from 'postgres';

/** Rows a statement: each commits on its own, so that nobody waits for long. */
const batchSize = 5_000;

/** Deletes the feed's changes from before `oldest`, but never the last one. Returns how many. */
export function trimChanges(sql: Sql, oldest: Date): Promise<number> {
  return inBatches(
    () => sql`
      delete from change where position in (
        select position from change
        where at < ${oldest} and position < (select head from feed where id = 1)
        order by position limit ${batchSize})`,
  );
}

/** Deletes idempotency keys that were claimed before `oldest`. Returns how many. */
export function trimIdempotencyKeys(sql: Sql, oldest: Date): Promise<number> {
  return inBatches(
    () => sql`
      delete from idempotency where key_hash in (
        select key_hash from idempotency where received_at < ${oldest} limit ${batchSize})`,
  );
}

async function inBatches(deleteBatch: () => PromiseLike<{ count: number }>): Promise<number> {
  let deleted = 0;
  for (;;) {
    const { count } = await deleteBatch();
    deleted += count;
    if (count < batchSize) return deleted;
  }
}
