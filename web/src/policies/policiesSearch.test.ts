import { expect, test } from 'vitest';
import { parsePoliciesSearch } from './policiesSearch.ts';

test.each([
  [{}, {}],
  [
    { version: '7', view: 'document' },
    { version: '7', view: 'document' },
  ],
  [{ version: 7, view: 'nothing' }, { version: '7' }],
  [{ version: '-1', edit: 'x', alone: '1' }, {}],
  [
    { edit: '3', alone: '1' },
    { edit: '3', alone: '1' },
  ],
])('of %j is kept %j', (raw, expected) => {
  expect(parsePoliciesSearch(raw)).toEqual(expected);
});
