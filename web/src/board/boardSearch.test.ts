import { expect, test } from 'vitest';
import { parseSearch, stringifySearch } from '../layout/searchParams.ts';
import { incidentFragment } from '../live/liveIncident.fixture.ts';
import { toLiveIncident } from '../live/liveIncident.ts';
import { joinSeverities, parseBoardSearch } from './boardSearch.ts';
import { filterIncidents, toBoardFilter } from './filterIncidents.ts';

test.each([
  ['', ''],
  ['?severity=HIGH,CRITICAL', '?severity=CRITICAL,HIGH'],
  ['?severity=CRITICAL,HIGH,MEDIUM,LOW', ''],
  ['?severity=nonsense&service=checkout&q=12', '?service=checkout&q=12'],
  ['?q=%20', ''],
  ['?column=OPEN&range=24h', ''],
  ['?column=RESOLVED&range=7d', '?column=RESOLVED&range=7d'],
  ['?q=a%26b%20%3Cc%3E', '?q=a%26b+%3Cc%3E'],
])('the URL %o is read as %o', (url, again) => {
  expect(stringifySearch({ ...parseBoardSearch(parseSearch(url)) })).toBe(again);
});

test('all severities are no filter', () => {
  expect(joinSeverities(['LOW', 'HIGH', 'MEDIUM', 'CRITICAL'])).toBeUndefined();
});

const shown = [
  toLiveIncident(incidentFragment({ id: 'a', number: 12, severity: 'CRITICAL', title: 'Error rate is high' }), null),
  toLiveIncident(
    incidentFragment({ id: 'b', number: 7, severity: 'LOW', service: 'search', title: 'Disk 12 %' }),
    null,
  ),
];

test.each([
  [{}, 'a b'],
  [{ severity: 'CRITICAL,HIGH' }, 'a'],
  [{ service: 'search' }, 'b'],
  [{ q: 'RATE error' }, 'a'],
  [{ q: '#12' }, 'a'],
  [{ q: '12' }, 'a b'],
  [{ q: 'nothing' }, ''],
])('%o shows %o', (search, ids) => {
  const found = filterIncidents(shown, toBoardFilter(search));
  expect(found.map(({ id }) => id).join(' ')).toBe(ids);
});
