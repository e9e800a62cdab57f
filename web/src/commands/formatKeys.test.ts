import { expect, test } from 'vitest';
import { formatKeys } from './formatKeys.ts';

test.each([
  ['a', false, 'a'],
  ['g b', false, 'g b'],
  ['Shift+?', false, '?'],
  ['Shift+j', false, 'Shift j'],
  ['$mod+k', false, 'Ctrl k'],
  ['$mod+k', true, '⌘ k'],
  ['Escape', false, 'Esc'],
])('%o reads (on a Mac: %o) as %o', (keys, isMac, text) => {
  expect(formatKeys(keys, isMac)).toBe(text);
});
