import { afterEach, expect, test } from 'vitest';
import { withAdmin } from '../support/databaseServer.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

const made: TestDatabase[] = [];
afterEach(async () => {
  await Promise.all(made.splice(0).map((database) => database.drop()));
});

test('each test database is migrated and sees nothing of the others', async () => {
  const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  made.push(first, second);
  await withAdmin(first.url, (sql) => sql`create table scratch (id int)`);

  const tables = await withAdmin(second.url, async (sql) => {
    const rows = await sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public'`;
    return rows.map(({ name }) => name);
  });

  expect(tables).toContain('incident');
  expect(tables).not.toContain('scratch');
});
