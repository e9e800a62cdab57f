import { ConfigError, readServerConfig } from '../config.ts';
import { DataDirInUseError } from '../persistence/embedded/dataDirLock.ts';
import { startEmbeddedPostgres } from '../persistence/embeddedPostgres.ts';
import { hasOwnDatabase, runningPostgresUrl } from '../persistence/runningPostgres.ts';

export interface CommandDatabase {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The database of the server with the same environment: DATABASE_URL, or the embedded one, which is started when no server has. Throws
 * ConfigError when there is none.
 */
export async function openCommandDatabase(): Promise<CommandDatabase> {
  const { databaseUrl, dataDir } = readServerConfig();
  if (databaseUrl !== null) return { url: databaseUrl, close: async () => {} };
  if (!(await hasOwnDatabase(dataDir))) {
    throw new ConfigError(
      `There is no database in ${dataDir}: set DATABASE_URL, or VIGIL_DATA_DIR to the server's folder`,
    );
  }
  try {
    const { url, stop } = await startEmbeddedPostgres({ dataDir, log: () => {} });
    return { url, close: stop };
  } catch (error) {
    const url = error instanceof DataDirInUseError ? await runningPostgresUrl(dataDir) : null;
    if (url === null) throw error;
    return { url, close: async () => {} };
  }
}
