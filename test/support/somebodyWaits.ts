import type { Sql } from 'postgres';

/** Resolves when somebody waits for a lock in this database; its server has others. */
export async function somebodyWaits(sql: Sql): Promise<void> {
  for (;;) {
    const [row] = await sql<{ waits: boolean }[]>`
      select exists (select from pg_locks join pg_stat_activity using (pid)
        where not granted and datname = current_database()) as waits`;
    if (row?.waits === true) return;
  }
}
