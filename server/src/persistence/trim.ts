import type { Sql } from 'postgres';

/** Rows a statement: each commits on its own, so that nobody waits for long. */
const batchSize = 5_000;

/** Deletes the feed's changes up to the first that is not from before `oldest`, but never the last one. Returns how many. */
export async function trimChanges(sql: Sql, oldest: Date): Promise<number> {
  // By position, so that no gap is left behind where the moments of neighbours are not in order.
  const [first] = await sql<{ kept: string }[]>`
    select coalesce((select min(position) from change where at >= ${oldest}), head) as kept from feed where id = 1`;
  if (first === undefined) return 0;
  return inBatches(
    () => sql`
      delete from change where position in (
        select position from change where position < ${first.kept} order by position limit ${batchSize})`,
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

/** Deletes what alerts sent on days before `oldest`. Returns how many days of alerts. */
export function trimAlertNoise(sql: Sql, oldest: Date): Promise<number> {
  return inBatches(
    () => sql`
      delete from noisy_alert where (day, dedup_key, historical) in (
        select day, dedup_key, historical from noisy_alert where day < ${oldest} order by day, dedup_key limit ${batchSize})`,
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
