import { expect, test } from 'vitest';
import type { Command } from './command.ts';
import { holderOf, keysOf, parseChosenKeys } from './keySettings.ts';

const command = (id: string, ...keys: string[]): Command => ({ id, title: id, group: 'View', keys, run: () => {} });
const commands = [command('down', 'j'), command('board', 'g b'), command('help', 'Shift+?')];

test('a command has its own keys until others are chosen, or none', () => {
  expect(keysOf(command('down', 'j'), {})).toEqual(['j']);
  expect(keysOf(command('down', 'j'), { down: ['n'] })).toEqual(['n']);
  expect(keysOf(command('down', 'j'), { down: [] })).toEqual([]);
  expect(keysOf(command('toString'), {})).toEqual([]);
});

test.each([
  ['j', 'down'],
  ['g b', 'board'],
  ['g', 'board'],
  ['j k', 'down'],
  ['g i', undefined],
  ['Shift+j', undefined],
])('%o is held by %o', (keys, id) => {
  expect(holderOf(keys, commands, {})?.id).toBe(id);
});

test('keys that were given away are free', () => {
  expect(holderOf('j', commands, { down: ['n'] })).toBeUndefined();
  expect(holderOf('n', commands, { down: ['n'] })?.id).toBe('down');
});

test.each([
  [null, {}],
  ['not JSON', {}],
  ['null', {}],
  ['{"down":["n"],"up":"k","left":[1]}', { down: ['n'] }],
])('of the stored choice %o it takes %o', (text, chosen) => {
  expect(parseChosenKeys(text)).toEqual(chosen);
});
