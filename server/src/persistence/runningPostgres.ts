import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { socketUrl } from './connectionUrl.ts';
import { database, superuser } from './embedded/ownDatabase.ts';
import { exists, pointedPlace } from './embedded/postgresFolder.ts';
import { readPostmasterPid } from './embedded/postmasterPid.ts';

/** Whether a start has made a database in a data folder. */
export async function hasOwnDatabase(dataDir: string): Promise<boolean> {
  return (await exists(dataDir)) && (await exists(await dataFolderOf(dataDir)));
}

/** The database that another Vigil serves in a data folder; null when none does. */
export async function runningPostgresUrl(dataDir: string): Promise<string | null> {
  const running = await readPostmasterPid(await dataFolderOf(dataDir));
  if (running?.ready !== true) return null;
  return socketUrl({ folder: running.socketFolder, port: running.port, user: superuser, database });
}

async function dataFolderOf(dataDir: string): Promise<string> {
  const place = (await pointedPlace(dataDir)) ?? join(await realpath(dataDir), 'postgres');
  return join(place, 'data');
}
