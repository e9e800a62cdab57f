import { expect, test } from 'vitest';
import type { Command } from './command.ts';
import { findCommands } from './findCommands.ts';

const run = () => {};
const commands: readonly Command[] = [
  { id: 'dark', title: 'Use the dark theme', group: 'View', words: 'colours night', run },
  { id: 'board', title: 'Go to the board', group: 'Go to', run },
  { id: 'down', title: 'Next incident', group: 'Board', isKeyOnly: true, run },
  { id: 'acknowledge', title: 'Acknowledge', group: 'Incident', run },
];
const ids = (text: string) => findCommands(commands, text).map((found) => found.commands.map(({ id }) => id));

test.each([
  ['', [['acknowledge'], ['board'], ['dark']]],
  ['da', [['dark']]],
  ['theme dark', [['dark']]],
  ['night', [['dark']]],
  ['BOARD go', [['board']]],
  ['ark', []],
  ['next', []],
])('%o finds %o', (text, found) => {
  expect(ids(text)).toEqual(found);
});
