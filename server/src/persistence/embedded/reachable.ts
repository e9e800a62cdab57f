import { lstat, mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The user that Postgres runs as when Vigil is root, which Postgres itself refuses to be. */
export interface PostgresUser {
  uid: number;
  gid: number;
}

export const nobody: PostgresUser = { uid: 65_534, gid: 65_534 };

const persistentBases = ['/var/lib', '/var/tmp', '/tmp'];

/** The first folder on the way to `path`, itself included, that does not let the user through; null when the way is open. */
export async function closedFolder(path: string, user: PostgresUser): Promise<string | null> {
  const way: string[] = [];
  for (let folder = await realpath(path); ; folder = dirname(folder)) {
    way.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  for (const folder of way) {
    if (!(await allows(folder, user, 0o1))) return folder;
  }
  return null;
}

/** Whether the user may do with a file all that `bits` says (4 read, 2 write, 1 execute or pass through). */
export async function allows(path: string, user: PostgresUser, bits: number): Promise<boolean> {
  const { mode, uid, gid } = await stat(path);
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & bits) === bits;
}

/** A folder of root's that the user can pass through: for what cannot stay where it is. The first base survives restarts. */
export async function openFolder(user: PostgresUser): Promise<string> {
  const refusals: string[] = [];
  for (const base of persistentBases) {
    const folder = join(base, 'vigil');
    try {
      await mkdir(folder, { mode: 0o711 }).catch(ignoreExisting);
      const { uid, mode } = await lstat(folder);
      // In a folder that everybody may write to, somebody else may have been here first.
      if (uid !== 0 || (mode & 0o170_022) !== 0o040_000) throw new Error(`${folder} is not a folder of root's alone`);
      const closed = await closedFolder(folder, user);
      if (closed !== null) throw new Error(`${closed} is closed to uid ${user.uid}`);
      return folder;
    } catch (error) {
      refusals.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(`No folder can be found that uid ${user.uid} can reach: ${refusals.join('; ')}`);
}

function ignoreExisting(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
}
