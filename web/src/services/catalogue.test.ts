import { expect, test } from 'vitest';
import { type CatalogueService, findServices, splitNames, withDependents } from './catalogue.ts';

const service = (name: string, changes: Partial<CatalogueService> = {}): CatalogueService => {
  return { name, tier: 3, owner: null, description: null, dependsOn: [], ...changes };
};
const entries = withDependents([
  service('cart', { dependsOn: ['db'], owner: 'Shop' }),
  service('checkout', { dependsOn: ['cart', 'db'], description: 'Takes the money' }),
  service('db'),
]);

test('a service knows who depends on it', () => {
  expect(entries.map(({ name, dependents }) => [name, dependents])).toEqual([
    ['cart', ['checkout']],
    ['checkout', []],
    ['db', ['cart', 'checkout']],
  ]);
});

test.each([
  ['', ['cart', 'checkout', 'db']],
  ['shop', ['cart']],
  ['money TAKES', ['checkout']],
  ['nobody', []],
])('%o finds %j', (q, names) => {
  expect(findServices(entries, q).map(({ name }) => name)).toEqual(names);
});

test('names are separated by commas or lines, and each counts once', () => {
  expect(splitNames(' cart, db\n\ncart,')).toEqual(['cart', 'db']);
});
