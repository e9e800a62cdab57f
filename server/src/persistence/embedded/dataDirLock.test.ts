import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataDirInUseError, lockDataDir } from './dataDirLock.ts';
import { processBirth } from './processes.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigil-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = (owner: unknown) => writeFile(join(folder, 'vigil.lock'), JSON.stringify(owner));

test('a folder that is locked is refused, and free again after the release', async () => {
  const lock = await lockDataDir(folder);
  await expect(lockDataDir(folder)).rejects.toThrow(DataDirInUseError);
  lock.release();
  (await lockDataDir(folder)).release();
  expect(await readdir(folder)).toEqual([]);
});

test.each([
  { name: 'a process that is gone', owner: { pid: 2 ** 22 + 1, birth: '1' } },
  { name: 'an earlier process with a pid of today', owner: { pid: process.ppid, birth: '1' } },
  { name: 'nobody, in a file that was cut short', owner: { pid: 1 } },
])('the lock of $name is taken over', async ({ owner }) => {
  await write(owner);
  (await lockDataDir(folder)).release();
});

test('the lock of a process that lives is respected, and the refusal names it', async () => {
  await write({ pid: process.ppid, birth: processBirth(process.ppid) });
  await expect(lockDataDir(folder)).rejects.toThrow(`${folder} is in use by another Vigil (process ${process.ppid})`);
});

test('a lock that another has taken since is not released', async () => {
  const lock = await lockDataDir(folder);
  await write({ pid: process.ppid, birth: processBirth(process.ppid) });
  lock.release();
  expect(await readdir(folder)).toEqual(['vigil.lock']);
});
