import { chmod, chown, mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { closedFolder, nobody, openFolder, type PostgresUser } from './reachable.ts';

/** Where one Vigil's Postgres lives. */
export interface PostgresFolder {
  /** What Postgres calls PGDATA. */
  data: string;
  socket: string;
  logFile: string;
  /** Who Postgres runs as; null: as the user of this process. */
  user: PostgresUser | null;
  removeTemporary(): Promise<void>;
}

/** A socket's whole path may have 107 bytes on Linux, 103 on macOS. */
const maxSocketPathBytes = 100;

/** Chooses and makes the folders. `dataDir` must exist. */
export async function preparePostgresFolder(dataDir: string, log: (message: string) => void): Promise<PostgresFolder> {
  const isRoot = process.getuid?.() === 0;
  const usual = join(await realpath(dataDir), 'postgres');
  const root = (await pointedPlace(dataDir)) ?? (isRoot ? await rootsPlace(dataDir, usual, log) : usual);
  const user = isRoot ? await userOf(root) : null;
  await checkOwner(root, user);
  await makePrivate(root, user);

  const own = join(root, 'socket');
  const fits = Buffer.byteLength(join(own, '.s.PGSQL.5432')) <= maxSocketPathBytes;
  const socket = fits ? own : await mkdtemp('/tmp/vigil-socket-');
  await makePrivate(socket, user);
  return {
    data: join(root, 'data'),
    socket,
    logFile: join(root, 'server.log'),
    user,
    async removeTemporary() {
      if (!fits) await rm(socket, { recursive: true, force: true });
    },
  };
}

/** As root: beside the data folder's other files where Postgres' user can get there, elsewhere if it cannot. */
async function rootsPlace(dataDir: string, usual: string, log: (message: string) => void): Promise<string> {
  const user = await userOf(usual);
  const closed = await openIfOurs(dataDir, user, log);
  if (closed === null) return usual;
  if (await exists(join(usual, 'data'))) {
    throw new Error(
      `The database in ${usual} cannot be opened: ${closed} no longer lets uid ${user.uid} through, as whom Postgres runs. ` +
        `Allow it with: chmod o+x ${closed}`,
    );
  }
  const elsewhere = await mkdtemp(join(await openFolder(user), 'postgres-'));
  await writeFile(pointerFile(dataDir), `${elsewhere}\n`);
  log(
    `Postgres refuses to run as root and runs as uid ${user.uid}, which ${closed} does not let through: ` +
      `the database of ${dataDir} is kept in ${elsewhere} instead`,
  );
  return elsewhere;
}

/** The folder that remains closed to the user, if any. Vigil's own data folder may be opened, those above it are others'. */
async function openIfOurs(dataDir: string, user: PostgresUser, log: (message: string) => void): Promise<string | null> {
  const own = await realpath(dataDir);
  const closed = await closedFolder(own, user);
  const { mode, uid } = await stat(own);
  if (closed !== own || uid !== 0) return closed;
  log(`letting others through ${own} (o+x, not readable), since Postgres runs as uid ${user.uid}`);
  await chmod(own, (mode & 0o7777) | 0o001);
  return closedFolder(own, user);
}

/** The place is chosen once: were it chosen again after a chmod, a full database would seem empty. */
function pointerFile(dataDir: string): string {
  return join(dataDir, 'postgres-is-in');
}

/** Where the database of a data folder is kept when that is elsewhere; null when it is in it. */
export async function pointedPlace(dataDir: string): Promise<string | null> {
  const file = pointerFile(dataDir);
  if (!(await exists(file))) return null;
  const place = (await readFile(file, 'utf8')).trim();
  if (await exists(place)) return place;
  throw new Error(
    `The database of ${dataDir} was kept in ${place}, which is gone. Bring it back, or remove ${file} to start with an empty one.`,
  );
}

/** A database keeps its owner, so that one made by an ordinary user can later be served by root. */
async function userOf(root: string): Promise<PostgresUser> {
  if (!(await exists(root))) return nobody;
  const { uid, gid } = await stat(root);
  return uid === 0 ? nobody : { uid, gid };
}

async function checkOwner(root: string, user: PostgresUser | null): Promise<void> {
  if (user !== null || !(await exists(root))) return;
  const { uid } = await stat(root);
  if (uid === process.getuid?.()) return;
  throw new Error(
    `The database in ${root} belongs to uid ${uid} and cannot be opened by uid ${process.getuid?.()}. ` +
      `Start Vigil as the user (or as root) who started it before, or hand the files over with chown -R.`,
  );
}

async function makePrivate(folder: string, user: PostgresUser | null): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  if (user !== null) await chown(folder, user.uid, user.gid);
}

/** Only "there is none" is a no; a folder that may not be looked into is an error. */
export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
