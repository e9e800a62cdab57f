import type { Sql, TransactionSql } from 'postgres';
import { advisoryLocks } from './advisoryLocks.ts';

const dayMs = 86_400_000;
/** What waits longer for other transactions gives up, rather than hold up everybody who comes after it. */
const lockTimeout = '3s';

/**
 * Makes the partitions of the signals received on the UTC day of `today` and the `daysAhead` days after it; those that are there stay.
 * What the default partition took for such a day moves over. Returns the names of those made.
 */
export async function makeSignalPartitions(sql: Sql, today: Date, daysAhead: number): Promise<string[]> {
  const made: string[] = [];
  for (let day = startOfDay(today), i = 0; i <= daysAhead; i += 1, day = new Date(day.getTime() + dayMs)) {
    const name = partitionName(day);
    // One day a transaction: the default partition is locked only while it is read for that day.
    const fresh = await sql.begin((tx) => makePartition(tx, name, day));
    if (fresh) made.push(name);
  }
  return made;
}

async function makePartition(tx: TransactionSql, name: string, day: Date): Promise<boolean> {
  await tx`select pg_advisory_xact_lock(${advisoryLocks.partitions})`;
  const [found] = await tx<{ exists: boolean }[]>`select to_regclass(${name}) is not null as exists`;
  if (found?.exists) return false;
  const end = new Date(day.getTime() + dayMs);
  await tx.unsafe(`set local lock_timeout = '${lockTimeout}'`);
  await tx`create table ${tx(name)} (like signal including defaults)`;
  // Nobody may add to the default partition between the move and the attachment, which would refuse what it finds there.
  await tx`lock table signal_default in access exclusive mode`;
  await tx`
    with moved as (delete from signal_default where received_at >= ${day} and received_at < ${end} returning *)
    insert into ${tx(name)} select * from moved`;
  // Attached and not made as a partition: that would lock every signal out, not only those of the default partition.
  const range = `from ('${day.toISOString()}') to ('${end.toISOString()}')`;
  await tx.unsafe(`alter table signal attach partition ${name} for values ${range}`);
  return true;
}

/** Drops the partitions of the UTC days that ended before `oldest`, and what the default partition holds of them. Returns their names. */
export async function dropSignalPartitions(sql: Sql, oldest: Date): Promise<string[]> {
  const partitions = await sql<{ name: string }[]>`
    select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = 'signal'::regclass and relname ~ '^signal_[0-9]{8}$' and relname < ${partitionName(oldest)}
    order by relname`;
  for (const { name } of partitions) {
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${advisoryLocks.partitions})`;
      await tx.unsafe(`set local lock_timeout = '${lockTimeout}'`);
      await tx`drop table if exists ${tx(name)}`;
    });
  }
  await sql`delete from signal_default where received_at < ${startOfDay(oldest)}`;
  return partitions.map(({ name }) => name);
}

function startOfDay(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / dayMs) * dayMs);
}

/** For example `signal_20261124`. */
function partitionName(day: Date): string {
  return `signal_${day.toISOString().slice(0, 10).replaceAll('-', '')}`;
}
