import { expect, test } from 'vitest';
import { previousRange } from './previousRange.ts';

test.each([
  [
    'of a month is the month before, however long',
    '2026-03-01T00:00Z',
    '2026-04-01T00:00Z',
    'UTC',
    '2026-02-01T00:00Z',
  ],
  ['of a quarter is the quarter before', '2026-01-01T00:00Z', '2026-04-01T00:00Z', 'UTC', '2025-10-01T00:00Z'],
  ['of a year is the year before', '2025-01-01T00:00Z', '2026-01-01T00:00Z', 'UTC', '2024-01-01T00:00Z'],
  ['of a week is the week before', '2026-11-23T00:00Z', '2026-11-30T00:00Z', 'UTC', '2026-11-16T00:00Z'],
  [
    'of the day after a change of the clock has 23 hours',
    '2026-03-09T04:00Z',
    '2026-03-10T04:00Z',
    'America/New_York',
    '2026-03-08T05:00Z',
  ],
  ['of the short day has 24', '2026-03-08T05:00Z', '2026-03-09T04:00Z', 'America/New_York', '2026-03-07T05:00Z'],
  [
    'of a month elsewhere begins there',
    '2026-04-01T04:00Z',
    '2026-05-01T04:00Z',
    'America/New_York',
    '2026-03-01T05:00Z',
  ],
  ['of anything else is as long', '2026-03-01T00:00Z', '2026-03-31T12:00Z', 'UTC', '2026-01-29T12:00Z'],
])('the range before %s', (_, from, to, timeZone, start) => {
  const range = { from: Date.parse(from), to: Date.parse(to) };
  expect(previousRange(range, timeZone)).toEqual({ from: Date.parse(start), to: range.from });
});

test('there is none before 1970', () => {
  expect(previousRange({ from: 5, to: 10 }, 'UTC')).toEqual({ from: 0, to: 5 });
  expect(previousRange({ from: 5, to: 11 }, 'UTC')).toBeNull();
});
