import { expect, test } from 'vitest';
import { earlierOf, laterOf } from './moments.ts';

const [one, two] = [new Date(1), new Date(2)];

test.each([
  ['in order', one, two],
  ['the other way round', two, one],
])('of two moments %s there is an earlier and a later one', (_, a, b) => {
  expect([earlierOf(a, b), laterOf(a, b)]).toEqual([one, two]);
});

test('of two equal moments the first is taken', () => {
  const again = new Date(1);
  expect(earlierOf(one, again)).toBe(one);
  expect(laterOf(one, again)).toBe(one);
});
