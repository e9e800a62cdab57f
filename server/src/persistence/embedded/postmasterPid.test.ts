import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parsePostmasterPid, stopOrphan } from './postmasterPid.ts';

const lines = ['4711', '/data', '1700000000', '5432', '/run/vigil', '', '  123456         7', 'ready   ', ''];

test.each([
  {
    name: 'a server that serves',
    text: lines.join('\n'),
    expected: { pid: 4711, port: 5432, socketFolder: '/run/vigil', ready: true },
  },
  {
    name: 'a server that is starting',
    text: lines.with(7, 'starting').join('\n'),
    expected: { pid: 4711, port: 5432, socketFolder: '/run/vigil', ready: false },
  },
  {
    name: 'a file without its last lines yet',
    text: lines.slice(0, 5).join('\n'),
    expected: { pid: 4711, port: 5432, socketFolder: '/run/vigil', ready: false },
  },
  { name: 'an empty file', text: '', expected: null },
  // A server for one user at a time writes its number so.
  { name: 'a negative number', text: lines.with(0, '-4711').join('\n'), expected: null },
])('postmaster.pid of $name', ({ text, expected }) => {
  expect(parsePostmasterPid(text)).toEqual(expected);
});

test('a Postgres of another container that serves the folder is left alone, and no second one starts', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-pid-'));
  const server = createServer((socket) => socket.destroy()).listen(join(folder, '.s.PGSQL.5432'));
  try {
    await once(server, 'listening');
    // Above what Linux gives out: nobody has it here.
    const pid = '4194305';
    await writeFile(join(folder, 'postmaster.pid'), lines.with(0, pid).with(4, folder).join('\n'));
    await expect(stopOrphan(folder, () => {})).rejects.toThrow(`cannot see as process ${pid} is serving ${folder}`);
  } finally {
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
});
