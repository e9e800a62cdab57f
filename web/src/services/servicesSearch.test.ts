import { expect, test } from 'vitest';
import { parseServicesSearch } from './servicesSearch.ts';

test.each([
  [{}, {}],
  [
    { q: 'pay', service: 'payments', form: 'edit' },
    { q: 'pay', service: 'payments', form: 'edit' },
  ],
  [
    { service: 12, view: 'learned' },
    { service: '12', view: 'learned' },
  ],
  [{ form: 'edit' }, {}],
  [{ form: 'import', q: '' }, { form: 'import' }],
  [{ form: 'burn', view: 'x' }, {}],
])('of %j is kept %j', (raw, expected) => {
  expect(parseServicesSearch(raw)).toEqual(expected);
});
