import { expect, test } from 'vitest';
import { holdsAtMost } from './valueCount.ts';

test('values are counted in lists and objects, however deep', () => {
  const value = { a: 1, b: [null, { c: 'x' }], d: {} };
  expect(holdsAtMost(6, value)).toBe(true);
  expect(holdsAtMost(5, value)).toBe(false);
  expect(holdsAtMost(0, 'text')).toBe(true);
});

test('nesting as deep as a body is long is counted as well', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  expect(holdsAtMost(200_000, deep)).toBe(true);
  expect(holdsAtMost(50_000, deep)).toBe(false);
});
