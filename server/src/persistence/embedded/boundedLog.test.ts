import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBoundedLog } from './boundedLog.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigil-log-'));
  file = join(folder, 'server.log');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('the tail holds the last lines since the log was opened', async () => {
  await writeFile(file, 'from an earlier run\n');
  const log = await openBoundedLog(file, null);
  await appendFile(file, 'one\ntwo\nthree\n');
  expect(await log.tail(2)).toBe('two\nthree');
  expect(await log.tail(9)).toBe('one\ntwo\nthree');
  await log.close();
});

test('a file that has grown long is moved aside at the next start', async () => {
  await writeFile(file, 'x'.repeat(5 * 1024 * 1024));
  const log = await openBoundedLog(file, null);
  expect((await stat(file)).size).toBe(0);
  expect((await readFile(`${file}.1`)).length).toBe(5 * 1024 * 1024);
  await appendFile(file, 'new\n');
  expect(await log.tail(9)).toBe('new');
  await log.close();
});
