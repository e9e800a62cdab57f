import type { TransactionSql } from 'postgres';
import { advisoryLocks } from './advisoryLocks.ts';
import type { SqlExecutor } from './database.ts';

/** A message that has been under way for so long is nobody's: its job cannot have as many attempts. */
const abandonedMs = 3_600_000;

/** Until the end of the transaction nobody else claims a slot of the target, or takes along what waits for it. */
export async function lockTarget(tx: TransactionSql, target: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(${advisoryLocks.target}, hashtext(${target}))`;
}

export interface SlotClaim {
  /** The message's key: whoever has a slot keeps it through all attempts. */
  readonly key: string;
  readonly target: string;
  readonly at: Date;
  readonly windowMs: number;
  /** How many messages there may be within the window before this one. */
  readonly room: number;
}

/** Under the target's lock. */
export async function claimSlot(tx: TransactionSql, claim: SlotClaim): Promise<'claimed' | 'own' | 'full'> {
  const { key, target, at, windowMs, room } = claim;
  const since = new Date(at.getTime() - windowMs);
  const abandoned = new Date(at.getTime() - abandonedMs);
  const [row] = await tx<{ own: boolean; taken: number }[]>`
    select coalesce(bool_or(key = ${key}), false) as own,
      (count(*) filter (where sent_at > ${since} or (sent_at is null and claimed_at > ${abandoned})))::int as taken
    from notification_slot where target = ${target}`;
  if (row?.own === true) return 'own';
  if ((row?.taken ?? 0) >= room) return 'full';
  await tx`insert into notification_slot (key, target, claimed_at) values (${key}, ${target}, ${at})`;
  return 'claimed';
}

/** The message arrived: from now on it counts for the window's time. */
export async function keepSlot(tx: TransactionSql, key: string, sentAt: Date): Promise<void> {
  await tx`update notification_slot set sent_at = ${sentAt} where key = ${key}`;
}

/** The message arrived nowhere and counts no more. */
export async function freeSlot(tx: TransactionSql, key: string): Promise<void> {
  await tx`delete from notification_slot where key = ${key}`;
}

/** Forgets slots from before `oldest`, which no rate looks back to. Returns how many. */
export async function trimSlots(sql: SqlExecutor, oldest: Date): Promise<number> {
  const { count } = await sql`delete from notification_slot where claimed_at < ${oldest}`;
  return count;
}
