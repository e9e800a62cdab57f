import { describe, expect, test } from 'vitest';
import { noon, policyWith } from '../testing/fixtures.ts';
import { counted, endOf, gapMs, isEstablished, isLive, newEpisode, surgesAgain, tickOf } from './episode.ts';
import type { Episode } from './state.ts';

const policy = policyWith({
  grouping: {
    windowMinutes: 10,
    learned: {
      tickSeconds: 30,
      minimumGapSeconds: 60,
      patience: 2,
      burst: { services: 3 },
      surge: { calmTicks: 3, ratio: 4, share: 0.5, signals: 8 },
    },
  },
});
const at = (seconds: number) => noon.getTime() + seconds * 1_000;
const episode = (changes: Partial<Episode> = {}): Episode => ({
  ...newEpisode('web', { service: 'web', stream: 'probe' }, at(0), policy),
  ...changes,
});

test('a new episode has one signal of one service in one stream', () => {
  expect(episode()).toEqual({
    group: 'web',
    openedAtMs: at(0),
    lastAtMs: at(0),
    signals: 1,
    streams: ['probe'],
    members: ['web'],
    together: 0,
    possible: 0,
    tick: tickOf(at(0), policy),
    counts: [1],
    peak: 0,
    superseded: false,
  });
});

describe('the silence that ends an episode', () => {
  // Twice the mean wait of a signal, given one signal a window beforehand.
  test.each([
    [0, 0, 600],
    [1, 0, 600],
    [4, 0, 300],
    [4, 400, 500],
    [20, 0, 60],
    [30, 0, 60],
    [2, 10_000, 600],
  ])('after %d signals in %d s is %d s long', (signals, duration, gap) => {
    expect(gapMs(signals, duration * 1_000, policy)).toBe(gap * 1_000);
    const of = episode({ signals, lastAtMs: at(duration) });
    expect(endOf(of, policy)).toBe(at(duration + gap));
  });

  test.each([
    [-301, false],
    [-300, true],
    [0, true],
    [400 + 300, true],
    [400 + 500, true],
    [400 + 501, false],
  ])('of four signals in 400 s lies on both sides: at second %d it is %s that it goes on', (second, live) => {
    const of = episode({ signals: 4, lastAtMs: at(second < 0 ? 0 : 400) });
    expect(isLive(of, at(second), policy)).toBe(live);
  });
});

test.each([
  [0, 0],
  [29.999, 0],
  [30, 1],
  [95, 3],
])('second %d is in tick %d', (second, tick) => {
  expect(tickOf(at(second), policy) - tickOf(at(0), policy)).toBe(tick);
});

test('an outage is an episode of so many services', () => {
  expect(isEstablished(episode({ members: ['a', 'b'] }), policy)).toBe(false);
  expect(isEstablished(episode({ members: ['a', 'b', 'c'] }), policy)).toBe(true);
});

describe('what an episode counts', () => {
  const tick = tickOf(at(0), policy);
  test.each<[string, number[], number, number, number, number[], number]>([
    ['one more in the same tick', [2, 1], 0, 10, 0, [3, 1], 0],
    ['one that is late as if it came now', [2, 1], 0, -100, 0, [3, 1], 0],
    ['the first of the next tick', [2, 1], 0, 30, 1, [1, 2, 1], 0],
    ['nothing in between', [2, 1], 0, 90, 3, [1, 0, 0, 2], 1],
    ['and remembers the most of what is too far back', [2, 9, 4, 5], 3, 60, 2, [1, 0, 2, 9], 5],
    ['or what it remembered', [2, 1, 1, 4], 7, 30, 1, [1, 2, 1, 1], 7],
    ['after a long silence only what it remembers', [2, 9], 3, 3_000, 100, [1, 0, 0, 0], 9],
  ])('is %s', (_, counts, peak, second, ticksLater, expected, most) => {
    expect(counted(episode({ counts, peak }), at(second), policy)).toEqual({
      tick: tick + ticksLater,
      counts: expected,
      peak: most,
    });
  });
});

describe('a second surge', () => {
  // The last count is one less than the signal makes it.
  test.each<[string, Partial<Episode>, boolean]>([
    ['is one after a calm', { signals: 50, counts: [7, 1, 1, 1], peak: 16 }, true],
    ['is none of a few signals', { signals: 50, counts: [6, 1, 1, 1], peak: 13 }, false],
    ['is none when the calm was too short', { signals: 50, counts: [7, 1, 1], peak: 16 }, false],
    ['is none when it was no calm', { signals: 50, counts: [7, 3, 3, 3], peak: 16 }, false],
    ['is one up to so many in the calm', { signals: 50, counts: [7, 2, 2, 2], peak: 16 }, true],
    ['is none when the first surge was far larger', { signals: 50, counts: [7, 1, 1, 1], peak: 17 }, false],
    ['is none when there was no first surge', { signals: 50, counts: [11, 2, 2, 2], peak: 7 }, false],
    ['is none of an episode of a few signals', { signals: 7, counts: [7, 0, 0, 0], peak: 16 }, false],
    ['is one of an episode of just enough', { signals: 8, counts: [7, 0, 0, 0], peak: 16 }, true],
  ])('%s', (_, changes, surges) => {
    expect(surgesAgain(episode(changes), at(0), policy)).toBe(surges);
  });
});
