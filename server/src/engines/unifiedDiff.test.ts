import { describe, expect, it } from 'vitest';
import { unifiedDiff } from './unifiedDiff.ts';

const names = ['a', 'b'] as const;
const lines = (...texts: (string | number)[]) => `${texts.join('\n')}\n`;

describe('a unified diff', () => {
  it('of equal texts is empty', () => {
    expect(unifiedDiff(lines('x'), lines('x'), names)).toBe('');
  });

  it.each([
    [
      'one line changed',
      lines(1, 2, 3, 4, 5, 6, 7),
      lines(1, 2, 3, 'x', 5, 6, 7),
      '@@ -1,7 +1,7 @@\n 1\n 2\n 3\n-4\n+x\n 5\n 6\n 7\n',
    ],
    ['a line added at the end', lines(1), lines(1, 2), '@@ -1,1 +1,2 @@\n 1\n+2\n'],
    ['a line taken from the front', lines(1, 2), lines(2), '@@ -1,2 +1,1 @@\n-1\n 2\n'],
    ['lines moved', lines('a', 'b', 'c'), lines('c', 'a', 'b'), '@@ -1,3 +1,3 @@\n+c\n a\n b\n-c\n'],
  ])('shows %s', (_what, before, after, expected) => {
    expect(unifiedDiff(before, after, names)).toBe(`--- a\n+++ b\n${expected}`);
  });

  it('keeps changes that are far apart in hunks of their own', () => {
    const numbers = Array.from({ length: 30 }, (_, index) => index);
    const changed = numbers.map((number) => (number === 3 || number === 25 ? 'x' : number));
    const text = unifiedDiff(lines(...numbers), lines(...changed), names);
    expect(text.match(/^@@.*@@$/gm)).toEqual(['@@ -1,7 +1,7 @@', '@@ -23,7 +23,7 @@']);
  });

  it('of long texts that have nothing in common ends soon', () => {
    const many = (mark: string) => lines(...Array.from({ length: 30_000 }, (_, index) => `${mark}${index}`));
    expect(unifiedDiff(many('a'), many('b'), names).split('\n')).toHaveLength(60_004);
  });
});
