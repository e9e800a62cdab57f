import { describe, expect, test } from 'vitest';
import type { CatalogueService } from '../domain/service.ts';
import { planCatalogue } from './catalogueChange.ts';

const service = (
  name: string,
  dependsOn: readonly string[] = [],
  tier: CatalogueService['tier'] = 2,
): CatalogueService => ({
  name,
  tier,
  owner: null,
  description: null,
  dependsOn,
});
const stored = [service('web', ['db']), service('db')];

describe('a change of the catalogue', () => {
  test.each([
    ['adds what is new', [service('api', ['db'])], false, { added: 1, changed: ['api'], removed: [] }],
    ['changes what is different', [service('db', [], 1)], false, { added: 0, changed: ['db'], removed: [] }],
    ['leaves alone what is so already', [service('web', ['db'])], false, { added: 0, changed: [], removed: [] }],
    ['removes what a replacement does not name', [service('db')], true, { added: 0, changed: [], removed: ['web'] }],
    [
      'may name services in any order',
      [service('a', ['b']), service('b')],
      false,
      { added: 2, changed: ['a', 'b'], removed: [] },
    ],
  ] as const)('%s', (_, given, replace, expected) => {
    const planned = planCatalogue(stored, given, replace);
    if (!planned.ok) throw new Error(planned.faults[0]?.message);
    const { added, changed, removed } = planned.change;
    expect({ added, changed: changed.map(({ name }) => name), removed }).toEqual(expected);
  });

  test.each([
    ['an unknown service', [service('api', ['db', 'nothing'])], false, { index: 0, dependency: 1 }, '"nothing"'],
    [
      'one that a replacement would remove',
      [service('db'), service('api', ['web'])],
      true,
      { index: 1, dependency: 0 },
      '"web"',
    ],
    ['itself', [service('api', ['api'])], false, { index: 0, dependency: 0 }, 'itself'],
    ['a circle through what is stored', [service('db', ['web'])], false, { index: 0, dependency: 0 }, 'db → web'],
    [
      'a circle of its own',
      [service('x'), service('a', ['b']), service('b', ['a'])],
      false,
      { index: 1, dependency: 0 },
      'a → b → a',
    ],
  ] as const)('is refused for %s', (_, given, replace, place, message) => {
    const planned = planCatalogue(stored, given, replace);
    expect(planned).toMatchObject({ ok: false, faults: [{ ...place, message: expect.stringContaining(message) }] });
  });

  test('is refused for a name that is given twice, and for more services than there may be', () => {
    expect(planCatalogue([], [service('a'), service('a')], false)).toMatchObject({ ok: false, faults: [{ index: 1 }] });
    const many = Array.from({ length: 10_001 }, (_, index) => service(`s${index}`));
    expect(planCatalogue([], many, false)).toMatchObject({ ok: false, faults: [{ index: null }] });
  });
});

describe('a service is another one', () => {
  test.each<[string, Partial<CatalogueService>, boolean]>([
    ['with the same fields', {}, false],
    ['of another owner', { owner: 'payments' }, true],
    ['of another description', { description: 'The shop' }, true],
    ['of another tier', { tier: 3 }, true],
    ['that needs less', { dependsOn: ['db'] }, true],
    ['that needs the same in another order', { dependsOn: ['cache', 'db'] }, false],
    ['that needs something else', { dependsOn: ['db', 'mail'] }, true],
  ])('%s', (_, change, changed) => {
    const known = [service('web', ['db', 'cache']), service('db'), service('cache'), service('mail')];
    const planned = planCatalogue(known, [{ ...service('web', ['db', 'cache']), ...change }], false);
    expect(planned).toMatchObject({ ok: true, change: { added: 0, removed: [] } });
    expect(planned.ok && planned.change.changed.length > 0).toBe(changed);
  });
});

describe('in full', () => {
  test('a repetition, too many services and a circle', () => {
    expect(planCatalogue([], [service('a'), service('b'), service('a')], false)).toEqual({
      ok: false,
      faults: [{ index: 2, dependency: null, message: 'the service "a" is given twice' }],
    });
    const many = Array.from({ length: 10_000 }, (_, index) => service(`s${index}`));
    expect(planCatalogue([], many, false).ok).toBe(true);
    expect(planCatalogue([service('one more')], many, false)).toEqual({
      ok: false,
      faults: [
        {
          index: null,
          dependency: null,
          message: 'the catalogue would hold 10001 services, at most 10000 are allowed',
        },
      ],
    });
    expect(planCatalogue(many, many.slice(1), true)).toMatchObject({ ok: true, change: { removed: ['s0'] } });
  });

  test('twenty faults at most', () => {
    const given = Array.from({ length: 30 }, (_, index) => service(`s${index}`, ['nothing']));
    const planned = planCatalogue([], given, false);
    expect(planned.ok ? 0 : planned.faults.length).toBe(20);
  });

  test.each([
    [9, 's0 → s1 → s2 → s3 → s4 → s5 → s6 → s7 → s8 → s0'],
    [10, 's0 → s1 → s2 → s3 → s4 → s5 → s6 → s7 → … → s0'],
  ])('a circle of %d is told so: %s', (count, text) => {
    const given = Array.from({ length: count }, (_, index) => service(`s${index}`, [`s${(index + 1) % count}`]));
    expect(planCatalogue([], given, false)).toEqual({
      ok: false,
      faults: [{ index: 0, dependency: 0, message: `services cannot depend on each other in a circle: ${text}` }],
    });
  });

  test('a circle is found at the given service that is on it, and at what it needs there', () => {
    const known = [service('web', ['api']), service('api', ['db']), service('db'), service('mail')];
    expect(planCatalogue(known, [service('mail'), service('db', ['mail', 'web'])], false)).toMatchObject({
      ok: false,
      faults: [{ index: 1, dependency: 1 }],
    });
  });
});
