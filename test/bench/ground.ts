import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../server/src/persistence/embeddedPostgres.ts';
import { migrateDatabase } from '../../server/src/persistence/migrate.ts';
import { databaseUrl, withAdmin } from '../support/databaseServer.ts';
import { spawnServer } from '../support/serverProcess.ts';

/** One Postgres with fsync on, a Vigil on it as a process of its own, and a bare database with the same tables beside it. */
export interface Ground {
  readonly url: string;
  readonly token: string;
  /** Of the server's own database. */
  readonly databaseUrl: string;
  readonly bareDatabaseUrl: string;
  close(): Promise<void>;
}

export async function openGround(): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-bench-'));
  await chmod(folder, 0o711);
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), log: () => {} });
  await withAdmin(postgres.url, (sql) => sql`create database bare`);
  const bareDatabaseUrl = databaseUrl(postgres.url, 'bare');
  await migrateDatabase(bareDatabaseUrl);
  const server = spawnServer({ DATABASE_URL: postgres.url, VIGIL_DATA_DIR: join(folder, 'vigil'), LOG_LEVEL: 'error' });
  return {
    url: await server.url(),
    token: server.token,
    databaseUrl: postgres.url,
    bareDatabaseUrl,
    close: async () => {
      server.kill('SIGTERM');
      await server.ended;
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
