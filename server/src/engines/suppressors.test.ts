import { expect, test } from 'vitest';
import type { IncidentId, MaintenanceWindowId, SilenceId } from '../domain/ids.ts';
import type { FiringAlert, MaintenanceWindow, Silence } from '../domain/suppression.ts';
import { inhibitorsOf } from './inhibition.ts';
import { noSuppression, type Suppression, suppressorsOf } from './suppression.ts';
import { minute, policyWith, storedSignal } from './testing/fixtures.ts';

const matchers = [{ name: 'service', operator: 'EQUAL', value: 'checkout' } as const];
const silence = (id: number): Silence => ({
  id: `silence-${id}` as SilenceId,
  matchers,
  startsAt: minute(0),
  endsAt: minute(60),
  author: 'Ada',
  comment: 'We know',
  createdAt: minute(0),
  expiredBy: null,
  suppressedCount: 0,
});
const window: MaintenanceWindow = {
  id: 'window-1' as MaintenanceWindowId,
  name: 'move',
  matchers,
  startsAt: minute(0),
  durationMinutes: 60,
  rule: null,
  timeZone: 'UTC',
  endsAt: minute(60),
  author: 'Ada',
  comment: null,
  createdAt: minute(0),
  deletedBy: null,
  suppressedCount: 0,
};
const node: FiringAlert = {
  dedupKey: 'node',
  historical: false,
  incidentId: 'incident-1' as IncidentId,
  source: 'probe',
  service: 'nodes',
  title: 'Node is down',
  severity: 'HIGH',
  labels: [],
};
const policy = policyWith({
  inhibition: [{ name: 'node', source: ['title="Node is down"'], target: ['severity="LOW"'], equal: [] }],
});
const inhibitors = inhibitorsOf(policy, [node]);
const heldBy = (suppression: Partial<Suppression>, at = 1) =>
  suppressorsOf(storedSignal(), 'LOW', { ...noSuppression, ...suppression }, minute(at)).map(({ id }) => id);

test.each<[string, Partial<Suppression>, string[]]>([
  ['nothing when there is nothing', {}, []],
  ['a silence alone', { silences: [silence(1)] }, ['silence-1']],
  ['a maintenance window alone', { windows: [window] }, ['window-1']],
  ['a rule of the policy alone', { inhibitors }, ['node']],
  [
    'silences, then windows, then rules',
    { inhibitors, windows: [window], silences: [silence(1), silence(2)] },
    ['silence-1', 'silence-2', 'window-1', 'node'],
  ],
])('a signal is held back by %s', (_, suppression, ids) => {
  expect(heldBy(suppression)).toEqual(ids);
});

test('no more than ten are named', () => {
  expect(heldBy({ silences: Array.from({ length: 12 }, (_, id) => silence(id)), windows: [window] })).toHaveLength(10);
});

test('what has ended holds nothing back', () => {
  expect(heldBy({ silences: [silence(1)], windows: [window] }, 60)).toEqual([]);
});
