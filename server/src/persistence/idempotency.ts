import { createHash } from 'node:crypto';
import type { TransactionSql } from 'postgres';
import type { SignalId } from '../domain/ids.ts';
import { aboutRows, byteStrings, plain, rowColumns } from './rowColumns.ts';
import type { Statement } from './statement.ts';

export interface SeenKey {
  readonly id: SignalId;
  readonly receivedAt: Date;
}

/** A key, and the signal that brings it. */
export interface KeyClaim {
  readonly key: string;
  readonly id: SignalId;
}

const claimColumns = rowColumns<{ readonly hash: Buffer; readonly id: SignalId }>({
  key_hash: byteStrings(({ hash }) => hash),
  signal_id: plain('uuid', ({ id }) => id),
});
const claimStatement = `
  insert into idempotency (${claimColumns.nameList}, received_at)
  select ${claimColumns.nameList}, $${claimColumns.names.length + 1}::timestamptz from ${claimColumns.source}`;

/** Claims keys that are likely new, each once in the list, in the same order as claimKeys; fails with 23505 where one is not. */
export function claimNewKeys(claims: readonly KeyClaim[], receivedAt: Date): Statement[] {
  const rows = claims.map(({ key, id }) => ({ hash: hashOf(key), id })).sort((a, b) => a.hash.compare(b.hash));
  return aboutRows(claimStatement, claimColumns, rows, receivedAt);
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest().subarray(0, 16);
}

/**
 * Claims idempotency keys for signals, each key once in the list, and returns those that were claimed before with the signal
 * that did. Waits for other transactions that hold one of the keys; keys are taken in order, so that these waits cannot circle.
 */
export async function claimKeys(
  tx: TransactionSql,
  claims: readonly KeyClaim[],
  receivedAt: Date,
): Promise<Map<string, SeenKey>> {
  if (claims.length === 0) return new Map();
  const byHash = new Map(claims.map((claim) => [hashOf(claim.key).toString('hex'), claim]));
  const hashes = [...byHash.keys()].sort();
  const claimed = await tx<{ hash: string }[]>`
    insert into idempotency (key_hash, signal_id, received_at)
    select decode(hash, 'hex'), id, ${receivedAt}
    from unnest(${hashes}::text[], ${hashes.map((hash) => byHash.get(hash)?.id ?? null)}::uuid[]) as new(hash, id)
    order by hash
    on conflict do nothing
    returning encode(key_hash, 'hex') as hash`;
  if (claimed.length === hashes.length) return new Map();
  const fresh = new Set(claimed.map(({ hash }) => hash));
  const seen = await tx<{ hash: string; signalId: SignalId; receivedAt: Date }[]>`
    select encode(key_hash, 'hex') as hash, signal_id, received_at from idempotency
    where key_hash in (select decode(hash, 'hex') from unnest(${hashes.filter((hash) => !fresh.has(hash))}::text[]) as seen(hash))`;
  const answer = new Map<string, SeenKey>();
  for (const row of seen) {
    const claim = byHash.get(row.hash);
    if (claim !== undefined) answer.set(claim.key, { id: row.signalId, receivedAt: row.receivedAt });
  }
  return answer;
}
