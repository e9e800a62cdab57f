import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { advisoryLocks } from './advisoryLocks.ts';
import { postgresTarget } from './connectionUrl.ts';

const migrationsFolder = fileURLToPath(new URL('../../../drizzle', import.meta.url));
const oldestSupported = 150_000;

/**
 * Brings the database to this version's tables, one server at a time.
 * Throws when the server is older than Postgres 15 or cannot be reached.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const target = postgresTarget(url);
  const client = postgres(target.url, { ...target.options, max: 1, onnotice: () => {} });
  try {
    const [version] = await client<{ number: number; text: string }[]>`
      select current_setting('server_version_num')::int as number, current_setting('server_version') as text`;
    if (version === undefined || version.number < oldestSupported) {
      throw new Error(`Postgres 15 or newer is needed, this server is ${version?.text ?? 'unknown'}`);
    }
    await client`select pg_advisory_lock(${advisoryLocks.migration})`;
    await migrate(drizzle(client), { migrationsFolder });
  } catch (error) {
    throw new Error('Could not migrate the database', { cause: error });
  } finally {
    await client.end({ timeout: 5 });
  }
}
