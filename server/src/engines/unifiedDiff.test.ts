import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unifiedDiff } from './unifiedDiff.ts';

const names = ['a', 'b'] as const;
const lines = (...texts: (string | number)[]) => `${texts.join('\n')}\n`;

/** What `patch` makes of the lines: where a hunk begins is what its first number says. */
function followed(before: readonly string[], diff: string): string[] {
  const after: string[] = [];
  let place = 0;
  for (const line of diff.split('\n').slice(2)) {
    const range = /^@@ -(\d+),\d+ \+\d+,\d+ @@$/.exec(line);
    if (range !== null) {
      const from = Number(range[1]) - 1;
      after.push(...before.slice(place, from));
      place = from;
      continue;
    }
    if (line.startsWith('-') || line.startsWith(' ')) {
      expect(before[place]).toBe(line.slice(1));
      place += 1;
    }
    if (line.startsWith('+') || line.startsWith(' ')) after.push(line.slice(1));
  }
  return [...after, ...before.slice(place)];
}

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

  it.each([
    [7, ['@@ -1,11 +1,11 @@']],
    [8, ['@@ -1,4 +1,4 @@', '@@ -6,7 +6,7 @@']],
  ])('shows changes %d lines apart in hunks that are apart: %j', (apart, hunks) => {
    const numbers = Array.from({ length: 12 }, (_, index) => index);
    const changed = numbers.map((number) => (number === 0 || number === apart ? 'x' : number));
    expect(unifiedDiff(lines(...numbers), lines(...changed), names).match(/^@@.*@@$/gm)).toEqual(hunks);
  });

  it('is as short as can be: the example of Myers 1986', () => {
    const text = unifiedDiff(lines(...'abcabba'), lines(...'cbabac'), names);
    expect(text.match(/^[-+]\w$/gm)).toHaveLength(5);
  });

  it.each([0, 5_000, 9_999])('of long texts shows only line %d, which changed', (place) => {
    const many = Array.from({ length: 10_000 }, (_, index) => index);
    const changed = many.map((line) => (line === place ? 'x' : line));
    const told = unifiedDiff(lines(...many), lines(...changed), names).match(/^[-+]\w+$/gm);
    expect(told).toEqual([`-${place}`, '+x']);
  });

  it('of long texts that have nothing in common shows all of the first, then all of the second', () => {
    const many = (mark: string) => lines(...Array.from({ length: 3_000 }, (_, index) => `${mark}${index}`));
    const [, , range, ...told] = unifiedDiff(many('a'), many('b'), names).split('\n');
    expect(range).toBe('@@ -1,3000 +1,3000 @@');
    expect([told[0], told[2_999], told[3_000], told[5_999]]).toEqual(['-a0', '-a2999', '+b0', '+b2999']);
  });

  it('turns the first text into the second when it is followed', () => {
    const some = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(some, some, (before, after) => {
        const text = unifiedDiff(lines(...before), lines(...after), names);
        expect(followed(before, text)).toEqual(after);
      }),
    );
  });

  it('of long texts that have nothing in common ends soon', () => {
    const many = (mark: string) => lines(...Array.from({ length: 30_000 }, (_, index) => `${mark}${index}`));
    expect(unifiedDiff(many('a'), many('b'), names).split('\n')).toHaveLength(60_004);
  });
});
