import { expect, test } from 'vitest';
import { incidentFragment } from '../../live/liveIncident.fixture.ts';
import { toLiveIncident } from '../../live/liveIncident.ts';
import { compareRows, type GridSort, parseGridSort, sortAfter } from './gridSort.ts';

const row = (part: Parameters<typeof incidentFragment>[0]) => toLiveIncident(incidentFragment(part), null);
const rows = [
  row({ id: 'low', number: 1, severity: 'LOW', service: 'b', stress: 90, signalCount: 5 }),
  row({
    id: 'critical',
    number: 2,
    severity: 'CRITICAL',
    service: 'c',
    stress: 10,
    openedAt: '2026-01-01T11:00:00.000Z',
  }),
  row({ id: 'over', number: 3, severity: 'CRITICAL', status: 'RESOLVED', service: 'a', stress: 100 }),
];

test.each<[GridSort | undefined, string[]]>([
  [undefined, ['critical', 'low', 'over']],
  ['stress', ['low', 'critical', 'over']],
  ['-stress', ['critical', 'low', 'over']],
  ['service', ['low', 'critical', 'over']],
  ['number', ['critical', 'low', 'over']],
  ['age', ['low', 'critical', 'over']],
  ['-signals', ['critical', 'low', 'over']],
])('by %s the rows are %o: what is resolved stands last', (sort, ids) => {
  expect(rows.toSorted(compareRows(sort)).map(({ id }) => id)).toEqual(ids);
});

test('a heading sorts, turns round, and goes back to urgency', () => {
  expect(sortAfter(undefined, 'age')).toBe('age');
  expect(sortAfter('age', 'age')).toBe('-age');
  expect(sortAfter('-age', 'age')).toBeUndefined();
  expect(sortAfter('age', 'service')).toBe('service');
});

test.each([
  ['age', 'age'],
  ['-age', '-age'],
  ['title', undefined],
  ['', undefined],
  [7, undefined],
])('the URL’s %o is the order %o', (raw, sort) => {
  expect(parseGridSort(raw)).toBe(sort);
});
