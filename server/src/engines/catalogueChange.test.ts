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
