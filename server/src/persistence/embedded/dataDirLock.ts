import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { processBirth } from './processes.ts';

export class DataDirInUseError extends Error {
  override readonly name = 'DataDirInUseError';
}

export interface DataDirLock {
  release(): void;
}

const lockSchema = z.object({ pid: z.number().int().positive(), birth: z.string() });
type Owner = z.infer<typeof lockSchema>;

/**
 * Makes this process the one Vigil of a data folder, or throws {@link DataDirInUseError}. Postgres' own lock is not enough:
 * a healthy postmaster looks the same whether it was left behind by a crash or serves another Vigil.
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  const file = join(dataDir, 'vigil.lock');
  const self: Owner = { pid: process.pid, birth: processBirth(process.pid) ?? 'unknown' };
  if (!claim(file, self)) {
    const owner = readOwner(file);
    if (owner !== null && holds(owner)) throw inUse(dataDir, file, owner);
    rmSync(file, { force: true });
    if (!claim(file, self)) throw inUse(dataDir, file, readOwner(file));
    // Two servers may find the same dead lock at once, and the slower one removes the lock that the faster has just taken.
    // Long after either could still do that, only the one whose name stands in the file goes on.
    await sleep(100);
    const winner = readOwner(file);
    if (!isSame(winner, self)) throw inUse(dataDir, file, winner);
  }
  return {
    release() {
      if (isSame(readOwner(file), self)) rmSync(file, { force: true });
    },
  };
}

/** Links a complete file into place, so that nobody ever reads half a lock. */
function claim(file: string, self: Owner): boolean {
  const draft = `${file}.${self.pid}`;
  writeFileSync(draft, `${JSON.stringify(self)}\n`);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readOwner(file: string): Owner | null {
  try {
    return lockSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

function holds(owner: Owner): boolean {
  const birth = processBirth(owner.pid);
  if (birth === null) return false;
  return birth === owner.birth || birth === 'unknown' || owner.birth === 'unknown';
}

function isSame(owner: Owner | null, self: Owner): boolean {
  return owner !== null && owner.pid === self.pid && owner.birth === self.birth;
}

function inUse(dataDir: string, file: string, owner: Owner | null): DataDirInUseError {
  return new DataDirInUseError(
    `The data folder ${dataDir} is in use by another Vigil (process ${owner?.pid ?? 'unknown'}). ` +
      `Stop that one, or give this one a folder of its own with VIGIL_DATA_DIR. (Lock file: ${file})`,
  );
}
