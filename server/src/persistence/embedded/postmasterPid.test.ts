import { expect, test } from 'vitest';
import { parsePostmasterPid } from './postmasterPid.ts';

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
