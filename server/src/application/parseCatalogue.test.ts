import { describe, expect, test } from 'vitest';
import { parseCatalogue } from './parseCatalogue.ts';

const parse = (document: string) => parseCatalogue(document, ['input', 'document']);

test('a catalogue is read from YAML', () => {
  const document = `
services:
  - name: checkout
    tier: 1
    owner: payments
    dependsOn: [cart, " db "]
  - { name: db, tier: 2 }`;
  expect(parse(document)).toEqual({
    ok: true,
    services: [
      { name: 'checkout', tier: 1, owner: 'payments', description: null, dependsOn: ['cart', 'db'] },
      { name: 'db', tier: 2, owner: null, description: null, dependsOn: [] },
    ],
  });
});

describe('a document is refused by path for', () => {
  test.each([
    ['a bad tier', 'services: [{ name: a, tier: 5 }]', 'services.0.tier', '5'],
    ['a missing tier', 'services: [{ name: a, tier: 1 }, { name: b }]', 'services.1.tier', 'nothing'],
    ['a missing name', 'services: [{ tier: 1 }]', 'services.0.name', 'nothing'],
    ['a misspelt field', 'services: [{ name: a, tier: 1, dependOn: [b] }]', 'services.0.dependOn', 'dependOn'],
    ['dependencies that are no list', 'services: [{ name: a, tier: 1, dependsOn: b }]', 'services.0.dependsOn', '"b"'],
    ['a dependency that is no name', 'services: [{ name: a, tier: 1, dependsOn: [7] }]', 'services.0.dependsOn', '7'],
    [
      'a dependency that is given twice',
      'services: [{ name: a, tier: 1, dependsOn: [b, b] }]',
      'services.0.dependsOn',
      'again',
    ],
    ['an entry that is no service', 'services: [a]', 'services.0', 'A service must be an object'],
    ['services that are no list', 'services: {}', 'services', 'an object'],
    ['another document', 'teams: []', 'teams', 'no field'],
    ['broken YAML', 'services: [', '', 'Not YAML'],
    ['too long a document', ' '.repeat(1_000_001), '', '1000001'],
  ])('%s', (_, document, path, message) => {
    const parsed = parse(document);
    const [error] = parsed.ok ? [] : parsed.errors;
    expect(error?.field?.join('.')).toBe(['input', 'document', path].filter((one) => one !== '').join('.'));
    expect(error?.message).toContain(message);
  });
});
