import type { MaintenanceWindowId, SilenceId } from '../domain/ids.ts';
import type { MaintenanceWindow, Silence } from '../domain/suppression.ts';
import type { SqlExecutor } from './database.ts';

/** A stretch of time, both ends included. */
export interface Stretch {
  readonly from: Date;
  readonly to: Date;
}

/** Behind the columns of a statement whose first parameters are a stretch: the silences that are in force at some moment of it. */
export const silencesIn = 'from silence where ends_at > $1 and starts_at <= $2 and ends_at > starts_at';

/** Behind the columns of such a statement: the maintenance windows that may be open at some moment of the stretch. */
export const maintenanceWindowsIn =
  'from maintenance_window where (ends_at is null or ends_at > $1) and starts_at <= $2';

/** The silences that are in force at some moment of a stretch, oldest first. */
export async function readSilences(sql: SqlExecutor, stretch: Stretch): Promise<Silence[]> {
  return sql.unsafe<Silence[]>(`select * ${silencesIn} order by id`, [stretch.from, stretch.to], { prepare: true });
}

/** The maintenance windows that may be open at some moment of a stretch, oldest first. */
export async function readMaintenanceWindows(sql: SqlExecutor, stretch: Stretch): Promise<MaintenanceWindow[]> {
  const { from, to } = stretch;
  return sql.unsafe<MaintenanceWindow[]>(`select * ${maintenanceWindowsIn} order by id`, [from, to], { prepare: true });
}

/** Adds to how many signals each silence and window held back, in the order of their ids, which every writer keeps. */
export async function countSuppressed(sql: SqlExecutor, counts: ReadonlyMap<string, number>): Promise<void> {
  if (counts.size === 0) return;
  const ids = [...counts.keys()].sort();
  const numbers = ids.map((id) => counts.get(id) ?? 0);
  const add = async (table: string) => {
    await sql`
      with new as (select id, count from unnest(${ids}::uuid[], ${numbers}::int[]) as new(id, count)),
        locked as (
          select id from ${sql(table)} where id in (select id from new) order by id for no key update)
      update ${sql(table)} as kept set suppressed_count = kept.suppressed_count + new.count
      from new, locked where new.id = locked.id and kept.id = locked.id`;
  };
  await Promise.all([add('silence'), add('maintenance_window')]);
}

/** Ends a silence before its time, unless it has ended; null when there is nothing to end. */
export async function endSilence(
  sql: SqlExecutor,
  id: SilenceId,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<Silence | null> {
  const [ended] = await sql<Silence[]>`
    update silence set ends_at = ${at}, starts_at = least(starts_at, ${at}), expired_by = ${by}
    where id = ${id} and ends_at > ${at}
    returning *`;
  return ended ?? null;
}

export async function findSilence(sql: SqlExecutor, id: SilenceId): Promise<Silence | null> {
  const [found] = await sql<Silence[]>`select * from silence where id = ${id}`;
  return found ?? null;
}

/** Closes a maintenance window for good; null when there is none, or it was deleted before. */
export async function endMaintenanceWindow(
  sql: SqlExecutor,
  id: MaintenanceWindowId,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<MaintenanceWindow | null> {
  const [deleted] = await sql<MaintenanceWindow[]>`
    update maintenance_window set deleted_by = ${by}, ends_at = least(coalesce(ends_at, ${at}), ${at})
    where id = ${id} and deleted_by is null
    returning *`;
  return deleted ?? null;
}
