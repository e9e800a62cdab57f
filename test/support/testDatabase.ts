import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { databaseUrl, withAdmin } from './databaseServer.ts';

export type TestDatabase = { url: string; drop: () => Promise<void> };

/** A migrated database of its own for a test, with nothing in it. Close what uses it before you drop it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { url, template } = inject('testPostgres');
  const name = `vigil_test_${randomUUID().replaceAll('-', '')}`;
  await withAdmin(url, (sql) => sql`create database ${sql(name)} template ${sql(template)}`);
  return {
    url: databaseUrl(url, name),
    drop: async () => {
      await withAdmin(url, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
    },
  };
}
