import { expect, test } from 'vitest';
import { joinReason } from './joinReason.ts';
import { openedIncident } from './testing/fixtures.ts';

const incident = openedIncident();

test.each([
  ['["service","checkout"]', 'the same service checkout'],
  ['["labels",["region","eu"],["cluster","a"]]', 'the same region=eu, cluster=a'],
  ['["given","alertmanager","{}:{x}"]', 'the same group key, given by alertmanager'],
  ['["service","very long#0123', 'the same service …'],
  ['odd', 'the same group'],
])('given the group %s, a signal joins because of %s', (groupKey, reason) => {
  expect(joinReason({ ...incident, groupKey }, groupKey, null)).toBe(reason);
});

test('a signal of another group joins because of a merge, and one of no group because of its key', () => {
  expect(joinReason(incident, '["service","search"]', null)).toBe('an incident of its group was merged into this one');
  expect(joinReason({ ...incident, groupKey: null }, null, null)).toBe('the same dedup key');
});
