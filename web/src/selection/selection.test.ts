import { expect, test } from 'vitest';
import { extendedTo, keptOnly, nothingSelected, toggled } from './selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];
const idsOf = (selection: { readonly ids: ReadonlySet<string> }) => [...selection.ids].sort();

test('selecting twice takes it out again', () => {
  const once = toggled(nothingSelected, 'a');
  expect(idsOf(once)).toEqual(['a']);
  expect(idsOf(toggled(once, 'a'))).toEqual([]);
});

test.each([
  ['d', ['b', 'c', 'd']],
  ['a', ['a', 'b']],
  ['b', ['b']],
])('a range from b to %s takes all between, up or down', (to, expected) => {
  expect(idsOf(extendedTo(toggled(nothingSelected, 'b'), to, order))).toEqual(expected);
});

test('a range keeps its beginning, so that it can be extended again', () => {
  const range = extendedTo(extendedTo(toggled(nothingSelected, 'b'), 'c', order), 'e', order);
  expect(idsOf(range)).toEqual(['b', 'c', 'd', 'e']);
});

test('a range without a beginning here selects only the one', () => {
  expect(idsOf(extendedTo(nothingSelected, 'c', order))).toEqual(['c']);
  expect(idsOf(extendedTo(toggled(nothingSelected, 'elsewhere'), 'c', order))).toEqual(['c', 'elsewhere']);
});

test('what has gone is no longer selected', () => {
  const selection = extendedTo(toggled(nothingSelected, 'a'), 'c', order);
  expect(keptOnly(selection, () => true)).toBe(selection);
  expect(idsOf(keptOnly(selection, (id) => id === 'b'))).toEqual(['b']);
  expect(keptOnly(selection, () => false)).toBe(nothingSelected);
});
