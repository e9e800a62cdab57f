import { resolve } from 'node:path';
import { socketUrl } from './connectionUrl.ts';
import { makeDataDir } from './dataDir.ts';
import { type BoundedLog, openBoundedLog } from './embedded/boundedLog.ts';
import { type DataDirLock, lockDataDir } from './embedded/dataDirLock.ts';
import { launcherFor } from './embedded/launch.ts';
import { createDatabase, makeCluster } from './embedded/newDatabase.ts';
import { database, superuser } from './embedded/ownDatabase.ts';
import { findPostgresBinaries, type PostgresBinaries, reachableBinaries } from './embedded/postgresBinaries.ts';
import { exists, preparePostgresFolder } from './embedded/postgresFolder.ts';
import { type PostgresExit, type Postmaster, postgresPort, startPostmaster } from './embedded/postmaster.ts';
import { stopOrphan } from './embedded/postmasterPid.ts';

type Log = (message: string) => void;

/** A PostgreSQL of our own, which only users who may enter its folder can reach. */
export interface EmbeddedPostgres {
  /** In libpq's form, for a unix socket: postgres.js takes it through `postgresTarget`. */
  url: string;
  pid: number;
  /** Settles when Postgres has ended, asked or not; never rejects. */
  exited: Promise<PostgresExit>;
  /** Ends open sessions, waits for Postgres to be gone and frees the data folder. May be called again. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm installed, on a database in `dataDir` that the first start makes.
 * Throws `DataDirInUseError` when another Vigil works there, otherwise an error that quotes Postgres' own log.
 */
export async function startEmbeddedPostgres(options: { dataDir: string; log: Log }): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const binaries = await findPostgresBinaries();
  await makeDataDir(dataDir);
  const lock = await lockDataDir(dataDir);
  try {
    return await startLocked(dataDir, binaries, lock, options.log);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function startLocked(
  dataDir: string,
  installed: PostgresBinaries,
  lock: DataDirLock,
  log: Log,
): Promise<EmbeddedPostgres> {
  const folder = await preparePostgresFolder(dataDir, log);
  let serverLog: BoundedLog | undefined;
  let postmaster: Postmaster | undefined;
  const clean = async () => {
    await serverLog?.close();
    await folder.removeTemporary();
  };
  try {
    const binaries = folder.user === null ? installed : await reachableBinaries(installed, folder.user, log);
    const launch = await launcherFor(folder.user);
    await stopOrphan(folder.data, log);
    if (!(await exists(folder.data))) {
      log(`making a new database in ${folder.data}`);
      await makeCluster({ launch, initdb: binaries.initdb, dataFolder: folder.data, superuser });
    }
    serverLog = await openBoundedLog(folder.logFile, folder.user);
    postmaster = await startPostmaster({
      launch,
      binary: binaries.postgres,
      dataFolder: folder.data,
      socketFolder: folder.socket,
      serverLog,
      log,
    });
    await createDatabase(urlOf(folder.socket, 'postgres'), database);
  } catch (error) {
    await postmaster?.stop();
    await clean();
    throw error;
  }

  const { pid, exited, stop } = postmaster;
  let stopped: Promise<void> | undefined;
  return {
    url: urlOf(folder.socket, database),
    pid,
    exited,
    stop() {
      stopped ??= stop().then(clean).finally(lock.release);
      return stopped;
    },
  };
}

function urlOf(socketFolder: string, name: string): string {
  return socketUrl({ folder: socketFolder, port: postgresPort, user: superuser, database: name });
}
