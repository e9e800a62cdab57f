import { expect, test } from 'vitest';
import { binMs } from './activity.ts';
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

test('a loaded hour is added to what the feed has told, and nothing is counted twice', () => {
  const history = (total: number): LiveEvent => ({
    type: 'historiesLoaded',
    histories: [
      { id: 'i1', total, activity: { lastBin: Math.floor(nowMs / binMs), counts: [4, 2], isComplete: true } },
    ],
    nowMs,
  });
  const told: LiveEvent = { type: 'changed', changes: [change('c1', 'UPDATED', { signalCount: 9 })], nowMs };
  const activityOf = (...events: LiveEvent[]) => after(...loaded, ...events).incidents.get('i1')?.activity;
  // The server had counted 8 of the 9, or 10 of which the feed tells the last one later.
  expect(activityOf(told, history(8))).toMatchObject({ counts: [4, 3], isComplete: true });
  expect(activityOf(told, history(10))).toMatchObject({ counts: [4, 1] });
  const later: LiveEvent = { type: 'changed', changes: [change('c2', 'UPDATED', { signalCount: 10 })], nowMs };
  expect(activityOf(told, history(10), later)).toMatchObject({ counts: [4, 2] });
});

test('the hour of an incident that has left the board meanwhile brings nothing back', () => {
  const state = after({
    type: 'historiesLoaded',
    histories: [{ id: 'gone', total: 1, activity: { lastBin: 1, counts: [1], isComplete: true } }],
    nowMs,
  });
  expect([state.incidents.size, counts(state)]).toEqual([0, [0, 0, 0]]);
});
