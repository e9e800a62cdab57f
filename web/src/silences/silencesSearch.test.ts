import { expect, test } from 'vitest';
import { parseSilencesSearch } from './silencesSearch.ts';

test.each([
  [{}, {}],
  [
    { view: 'held', state: 'EXPIRED' },
    { view: 'held', state: 'EXPIRED' },
  ],
  [{ view: 'silences', state: 'ACTIVE' }, {}],
  [{ view: 'nowhere', state: 'GONE', other: 'x' }, {}],
  [
    { new: '1', matcher: 'service="api"' },
    { new: '1', matcher: 'service="api"' },
  ],
  [{ matcher: 'service="api"', comment: 'x' }, {}],
])('of %j is kept %j', (raw, expected) => {
  expect(parseSilencesSearch(raw)).toEqual(expected);
});
