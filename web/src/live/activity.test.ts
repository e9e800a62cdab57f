import { expect, test } from 'vitest';
import { binMs, countsUntil, shownBins, unwatched, withSignals } from './activity.ts';

const at = (bin: number) => bin * binMs + 1_000;

test('signals of the same stretch add up, later ones stand behind the empty stretches between', () => {
  let activity = withSignals(unwatched, 2, at(100));
  activity = withSignals(activity, 1, at(100));
  activity = withSignals(activity, 5, at(103));
  expect(activity.counts).toEqual([3, 0, 0, 5]);
});

test('a change without signals begins to watch, and is nothing later', () => {
  const watched = withSignals(unwatched, 0, at(100));
  expect(watched.counts).toEqual([0]);
  expect(withSignals(watched, 0, at(105))).toBe(watched);
  expect(countsUntil(watched, 105)).toEqual([0, 0, 0, 0, 0, 0]);
});

test('no more is kept than is shown', () => {
  let activity = unwatched;
  for (let bin = 0; bin < 60; bin++) activity = withSignals(activity, bin, at(bin));
  expect(activity.counts).toHaveLength(shownBins);
  expect(activity.counts.at(-1)).toBe(59);
  expect(countsUntil(activity, 1_000)).toEqual(Array(shownBins).fill(0));
});

test('what the feed has not told yet is taken away again, but not more than came', () => {
  const loaded = { lastBin: 100, counts: [2, 5], isComplete: true };
  expect(withSignals(loaded, -3, at(100)).counts).toEqual([2, 2]);
  expect(withSignals(loaded, -9, at(100)).counts).toEqual([2, 0]);
});
