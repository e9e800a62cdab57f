import type { Sql } from 'postgres';

/** Resolves when somebody waits for a lock in this database, or so many do; its server has others. */
export async function somebodyWaits(sql: Sql, least = 1): Promise<void> {
  for (;;) {
    const [row] = await sql<{ waits: boolean }[]>`
      select count(distinct pid) >= ${least} as waits from pg_locks join pg_stat_activity using (pid)
      where not granted and datname = current_database()`;
    if (row?.waits === true) return;
  }
}
