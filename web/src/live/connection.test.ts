import { describe, expect, test } from 'vitest';
import { type Connection, type ConnectionEvent, connectionWord, isCaughtUp, nextConnection } from './connection.ts';

type Given = readonly [name: string, state: Connection, event: ConnectionEvent, expected: Connection];
const beat = (at: number): ConnectionEvent => ({ type: 'batch', at, changes: 0, caughtUp: true });
const replay = (at: number, changes: number): ConnectionEvent => ({ type: 'batch', at, changes, caughtUp: false });
const offline: Connection = { kind: 'OFFLINE', since: 5_000, beatAt: 4_000, retryAt: null };

const table: readonly Given[] = [
  ['the first beat makes it live', { kind: 'CONNECTING' }, beat(1_000), { kind: 'LIVE', beatAt: 1_000 }],
  ['what came while it was read is no catching up', { kind: 'CONNECTING' }, replay(1_000, 40), { kind: 'CONNECTING' }],
  [
    'a failed first attempt is offline without an age',
    { kind: 'CONNECTING' },
    { type: 'closed', at: 1_000 },
    { kind: 'OFFLINE', since: 1_000, beatAt: null, retryAt: null },
  ],
  ['live stays live at every beat', { kind: 'LIVE', beatAt: 1_000 }, beat(3_000), { kind: 'LIVE', beatAt: 3_000 }],
  ['a busy moment is not a gap', { kind: 'LIVE', beatAt: 1_000 }, replay(1_100, 40), { kind: 'LIVE', beatAt: 1_100 }],
  [
    'no beat for 6 s is delayed',
    { kind: 'LIVE', beatAt: 1_000 },
    { type: 'tick', at: 7_000 },
    { kind: 'DELAYED', beatAt: 1_000 },
  ],
  [
    'no beat for less than 6 s is live',
    { kind: 'LIVE', beatAt: 1_000 },
    { type: 'tick', at: 6_999 },
    { kind: 'LIVE', beatAt: 1_000 },
  ],
  ['a beat ends the delay', { kind: 'DELAYED', beatAt: 1_000 }, beat(9_000), { kind: 'LIVE', beatAt: 9_000 }],
  [
    'a lost connection keeps the age of the data',
    { kind: 'LIVE', beatAt: 4_000 },
    { type: 'closed', at: 5_000 },
    offline,
  ],
  ['it is lost once', offline, { type: 'closed', at: 9_000 }, offline],
  [
    'the next attempt is known',
    offline,
    { type: 'retryScheduled', at: 5_000, retryAt: 6_000 },
    { ...offline, retryAt: 6_000 },
  ],
  ['an attempt ends the countdown', { ...offline, retryAt: 6_000 }, { type: 'connecting', at: 6_000 }, offline],
  [
    'connected again, it catches up',
    offline,
    { type: 'connected', at: 8_000 },
    { kind: 'CATCHING_UP', replayed: 0, since: 8_000, beatAt: 4_000 },
  ],
  [
    'what is replayed is counted',
    { kind: 'CATCHING_UP', replayed: 20, since: 8_000, beatAt: 8_100 },
    replay(8_200, 22),
    { kind: 'CATCHING_UP', replayed: 42, since: 8_000, beatAt: 8_200 },
  ],
  [
    'the last of the replay makes it live',
    { kind: 'CATCHING_UP', replayed: 42, since: 8_000, beatAt: 8_200 },
    beat(8_300),
    { kind: 'LIVE', beatAt: 8_300 },
  ],
  [
    'a replay that never comes is delayed',
    { kind: 'CATCHING_UP', replayed: 0, since: 8_000, beatAt: 4_000 },
    { type: 'tick', at: 14_000 },
    { kind: 'DELAYED', beatAt: 4_000 },
  ],
  [
    'a reloaded snapshot is said for a while',
    { kind: 'CATCHING_UP', replayed: 0, since: 8_000, beatAt: 4_000 },
    { type: 'resynced', at: 9_000 },
    { kind: 'RESYNCED', since: 9_000, beatAt: 9_000 },
  ],
  [
    'beats do not cut that short',
    { kind: 'RESYNCED', since: 9_000, beatAt: 9_000 },
    beat(11_000),
    { kind: 'RESYNCED', since: 9_000, beatAt: 11_000 },
  ],
  [
    'then it is live',
    { kind: 'RESYNCED', since: 9_000, beatAt: 18_500 },
    { type: 'tick', at: 19_000 },
    { kind: 'LIVE', beatAt: 18_500 },
  ],
];

test.each(table)('%s', (_name, state, event, expected) => {
  expect(nextConnection(state, event)).toEqual(expected);
});

describe('the word for it', () => {
  test.each([
    [offline, 6_000, true, 'Reconnecting'],
    [offline, 25_000, true, 'Offline'],
    [offline, 6_000, false, 'Offline'],
    [{ kind: 'RESYNCED', since: 1, beatAt: 1 }, 6_000, true, 'Live'],
    [{ kind: 'CATCHING_UP', replayed: 3, since: 1, beatAt: 1 }, 6_000, true, 'Catching up'],
  ] as const)('%o at %d, browser online: %s, is %s', (state, nowMs, isOnline, word) => {
    expect(connectionWord(state, nowMs, isOnline)).toBe(word);
  });
});

test.each([
  ['a beat', [], true],
  ['a change of this moment', ['2026-01-01T10:00:09.900Z'], true],
  ['a change of a minute ago', ['2026-01-01T09:59:10.000Z'], false],
] as const)('%s: caught up is %s', (_name, moments, expected) => {
  const changes = moments.map((at) => ({ at }));
  expect(isCaughtUp({ changes, serverTime: '2026-01-01T10:00:10.000Z' })).toBe(expected);
});
