import { expect, test } from 'vitest';
import { signalHistory, sliceBounds, sliceCount, sliceSeconds } from './signalHistory.ts';

const minute = (count: number) => new Date(Date.parse('2026-01-01T10:00:00Z') + count * 60_000);
const bounds = [minute(0), minute(3), minute(6), minute(9)];

test('the slices are an hour, begin at multiples of their length, and the last one has now in it', () => {
  const now = minute(4);
  const made = sliceBounds(now);
  expect(made).toHaveLength(sliceCount + 1);
  expect(made.every((bound) => bound.getTime() % (sliceSeconds * 1_000) === 0)).toBe(true);
  expect(made.at(-1)).toEqual(minute(6));
  expect(made.at(-2)).toEqual(minute(3));
});

test.each([
  ['signals in two of three slices', minute(-60), [4, 6, 6, 9], [2, 0, 3], 9],
  ['opened in the second slice', minute(4), [null, null, 3, 5], [0, 3, 2], 5],
  ['open for longer than the feed is long', minute(-20_000), [null, null, 501, 503], [0, 0, 2], 503],
  ['the feed has nothing of it', minute(-20_000), [null, null, null, null], [0, 0, 0], 7],
  ['a merge was taken back', minute(-60), [9, 9, 4, 5], [0, 0, 1], 5],
] as const)('%s', (_name, openedAt, before, counts, total) => {
  expect(signalHistory(bounds, before, { openedAt, signalCount: 7 })).toEqual({ from: bounds[0], counts, total });
});
