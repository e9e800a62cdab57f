import { expect, test } from 'vitest';
import { holdOrder, successorOf } from './heldOrder.ts';

const incidents = (...ids: string[]) => ids.map((id) => ({ kind: 'INCIDENT' as const, id }));
const shape = (rows: readonly { readonly kind: string; readonly id: string }[]) =>
  rows.map((row) => (row.kind === 'GONE' ? `(${row.id})` : row.id));

test.each([
  ['nothing is held: as they are', null, ['b', 'a'], ['b', 'a'], 0],
  ['the order is held', ['a', 'b'], ['b', 'a'], ['a', 'b'], 0],
  ['new ones wait at the end', ['a', 'b'], ['new', 'b', 'a'], ['a', 'b', 'new'], 1],
  ['one that left keeps its place empty', ['a', 'b', 'c'], ['a', 'c'], ['a', '(b)', 'c'], 0],
] as const)('%s', (_name, held, current, rows, waiting) => {
  const result = holdOrder(held, incidents(...current));
  expect([shape(result.rows), result.waiting]).toEqual([rows, waiting]);
});

test.each([
  ['the next one', 'b', 'c'],
  ['the one before when it was the last', 'c', 'b'],
] as const)('the focus goes to %s', (_name, left, next) => {
  const current = ['a', 'b', 'c'].filter((id) => id !== left);
  expect(successorOf(holdOrder(['a', 'b', 'c'], incidents(...current)).rows, left)).toBe(next);
});

test('with nothing left the focus has nowhere to go', () => {
  expect(successorOf(holdOrder(['a'], []).rows, 'a')).toBeNull();
});
