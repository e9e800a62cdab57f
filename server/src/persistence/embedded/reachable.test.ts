import { chmod, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { allows, closedFolder } from './reachable.ts';

const stranger = { uid: 4_000_000, gid: 4_000_000 };
const self = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };

let outer: string;
let inner: string;
beforeEach(async () => {
  outer = await realpath(await mkdtemp(join(tmpdir(), 'vigil-reach-')));
  inner = join(outer, 'inner');
  await mkdir(inner);
});
afterEach(() => rm(outer, { recursive: true, force: true }));

test.each([
  { name: 'an open way', outerMode: 0o711, innerMode: 0o711, closed: () => null },
  { name: 'a closed parent', outerMode: 0o700, innerMode: 0o711, closed: () => outer },
  { name: 'a closed folder', outerMode: 0o711, innerMode: 0o700, closed: () => inner },
  { name: 'the first of two closed ones', outerMode: 0o700, innerMode: 0o700, closed: () => outer },
])('closedFolder finds $name', async ({ outerMode, innerMode, closed }) => {
  await chmod(outer, outerMode);
  await chmod(inner, innerMode);
  expect(await closedFolder(inner, stranger)).toBe(closed());
});

test('the owner passes where strangers do not', async () => {
  await chmod(inner, 0o700);
  expect(await allows(inner, self, 0o7)).toBe(true);
  expect(await allows(inner, stranger, 0o1)).toBe(false);
});
