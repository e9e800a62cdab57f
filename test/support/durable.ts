import { beforeAll, inject } from 'vitest';
import { withAdmin } from './databaseServer.ts';

/** For tests that cut things off: what was committed must be on the disk. */
beforeAll(async () => {
  await withAdmin(inject('testPostgres').url, async (sql) => {
    const [row] = await sql<{ fsync: string }[]>`select current_setting('fsync') as fsync`;
    if (row?.fsync === 'on') return;
    await sql`alter system reset fsync`;
    await sql`select pg_reload_conf()`;
  });
});
