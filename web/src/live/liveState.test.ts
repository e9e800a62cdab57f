import { expect, test } from 'vitest';
import { change, incidentFragment } from './liveIncident.fixture.ts';
import { toLiveIncident } from './liveIncident.ts';
import { initialLiveState, type LiveEvent, type LiveState, nextLiveState } from './liveState.ts';

const nowMs = Date.parse('2026-01-01T10:05:00.000Z');
const incident = (part: Parameters<typeof incidentFragment>[0] = {}) => toLiveIncident(incidentFragment(part), null);
const after = (...events: LiveEvent[]): LiveState => events.reduce(nextLiveState, initialLiveState);
const loaded: LiveEvent[] = [{ type: 'pageLoaded', incidents: [incident()], nowMs }, { type: 'loaded' }];
const asked: LiveEvent = {
  type: 'actionBegun',
  action: {
    id: 'i1',
    kind: 'ACKNOWLEDGE',
    status: 'ACKNOWLEDGED',
    by: 'ana',
    at: '2026-01-01T10:05:00.000Z',
    confirmedAtMs: null,
  },
};
const counts = ({ columns }: LiveState) => [columns.OPEN.length, columns.ACKNOWLEDGED.length, columns.RESOLVED.length];

test('pages appear as they come', () => {
  const state = after({ type: 'pageLoaded', incidents: [incident()], nowMs });
  expect([state.load.kind, counts(state)]).toEqual(['LOADING', [1, 0, 0]]);
});

test('an acknowledgement shows at once', () => {
  expect(counts(after(...loaded, asked))).toEqual([0, 1, 0]);
});

test('a refused acknowledgement is taken back', () => {
  expect(counts(after(...loaded, asked, { type: 'actionFailed', id: 'i1' }))).toEqual([1, 0, 0]);
});

test('an older change on its way does not take a confirmed acknowledgement back', () => {
  const confirmed: LiveEvent = { type: 'actionConfirmed', id: 'i1', nowMs };
  const older: LiveEvent = { type: 'changed', changes: [change('c1', 'UPDATED', { signalCount: 2 })], nowMs };
  const state = after(...loaded, asked, confirmed, older);
  expect(counts(state)).toEqual([0, 1, 0]);
  const brought: LiveEvent = {
    type: 'changed',
    changes: [change('c2', 'ACKNOWLEDGED', { status: 'ACKNOWLEDGED' })],
    nowMs,
  };
  expect(nextLiveState(state, brought).pending.size).toBe(0);
});

test('a snapshot that is read again replaces the board and never empties it before', () => {
  const state = after(...loaded, { type: 'loadFailed', message: 'gone' });
  expect([state.load.kind, counts(state)]).toEqual(['LOADED', [1, 0, 0]]);
  const reloaded = nextLiveState(state, { type: 'reloaded', incidents: [incident({ id: 'i2', number: 2 })], nowMs });
  expect([...reloaded.incidents.keys()]).toEqual(['i2']);
});

test('a lost connection leaves the board as it is', () => {
  const state = after(...loaded, { type: 'connection', event: { type: 'closed', at: nowMs } });
  expect([state.connection.kind, counts(state)]).toEqual(['OFFLINE', [1, 0, 0]]);
});
