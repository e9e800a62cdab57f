import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CatalogueService } from '../domain/service.ts';
import { blastRadiusOf } from './blastRadius.ts';
import { catalogueOf, dependentsOf, emptyCatalogue, findCycle } from './catalogue.ts';
import { policyWith } from './testing/fixtures.ts';

/** `a: b c` means that a depends on b and on c. */
function services(...lines: readonly string[]): CatalogueService[] {
  return lines.map((line) => {
    const [name = '', needed = ''] = line.split(':');
    const dependsOn = needed.split(' ').filter((one) => one !== '');
    return { name, tier: 2, owner: null, description: null, dependsOn };
  });
}

const shop = services('web: checkout search', 'checkout: cart db', 'search: index', 'cart: db', 'db:', 'index:');

describe('the dependents of a service', () => {
  test.each([
    ['db', 1, ['cart', 'checkout']],
    ['db', 2, ['cart', 'checkout', 'web']],
    ['index', 3, ['search', 'web']],
    ['web', 3, []],
    ['unheard-of', 3, []],
  ] as const)('of %s within %i steps', (name, depth, expected) => {
    expect([...dependentsOf(catalogueOf(shop, 1), name, depth)].sort()).toEqual(expected);
  });

  test('are counted up to a thousand, and a long chain is followed to its end', () => {
    const hub = services('db:', ...Array.from({ length: 1_500 }, (_, index) => `s${index}: db`));
    expect(dependentsOf(catalogueOf(hub, 1), 'db', 3).size).toBe(1_000);
    const chain = services('s0:', ...Array.from({ length: 300 }, (_, index) => `s${index + 1}: s${index}`));
    expect(dependentsOf(catalogueOf(chain, 1), 's0', 10).size).toBe(10);
  });

  test('are none in an empty catalogue', () => {
    expect(dependentsOf(emptyCatalogue, 'db', 3).size).toBe(0);
  });
});

describe('the blast radius', () => {
  const policy = policyWith({ stress: { blast: { depth: 3 } } });
  test.each([
    ['counts the dependents with an open incident, not the others', ['web', 'index'], { affected: 1, dependents: 3 }],
    ['is nothing while none has one', [], { affected: 0, dependents: 3 }],
    ['does not count the service itself', ['db'], { affected: 0, dependents: 3 }],
  ] as const)('%s', (_, affected, expected) => {
    const open = new Map(affected.map((name) => [name, 1]));
    expect(blastRadiusOf(catalogueOf(shop, 1), 'db', open, policy)).toEqual(expected);
  });

  test('is not known where nothing depends on the service', () => {
    expect(blastRadiusOf(catalogueOf(shop, 1), 'web', new Map([['db', 1]]), policy)).toBeNull();
  });

  test('an incident that has ended counts no more', () => {
    expect(blastRadiusOf(catalogueOf(shop, 1), 'db', new Map([['web', 0]]), policy)?.affected).toBe(0);
  });
});

describe('a circle', () => {
  test.each([
    ['of two', services('a: b', 'b: a'), ['a', 'b', 'a']],
    ['behind a way into it', services('x: a', 'a: b', 'b: c', 'c: a'), ['a', 'b', 'c', 'a']],
    ['of one', services('a: a'), ['a', 'a']],
  ])('%s is found', (_, given, cycle) => {
    expect(findCycle(given)).toEqual(cycle);
  });

  test('is not seen where two ways lead to one service', () => {
    expect(findCycle(shop)).toBeNull();
  });

  test('is found at the end of a chain of ten thousand', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) => `s${index}: s${(index + 1) % 10_000}`);
    expect(findCycle(services(...chain))).toHaveLength(10_001);
    expect(findCycle(services(...chain.slice(0, -1), 's9999:'))).toBeNull();
  });

  test('is never found among services that depend on earlier ones only, and always when one of those depends back', () => {
    const earlierOnly = fc.array(fc.array(fc.nat(30), { maxLength: 4 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(earlierOnly, fc.nat(29), (edges, from) => {
        const given = edges.map((needed, index) => ({
          name: `s${index}`,
          dependsOn: [...new Set(needed.filter((one) => one < index))].map((one) => `s${one}`),
        }));
        expect(findCycle(given)).toBeNull();
        const place = from % given.length;
        const target = given[place]?.dependsOn[0];
        if (target === undefined) return;
        const back = given.map((one) =>
          one.name === target ? { ...one, dependsOn: [...one.dependsOn, `s${place}`] } : one,
        );
        expect(findCycle(back)).not.toBeNull();
      }),
    );
  });
});
