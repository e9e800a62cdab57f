import { expect, test } from 'vitest';
import { momentOfWallTime, wallTimeOf } from './wallTime.ts';

test.each([
  ['2026-11-27T01:30', 'UTC', '2026-11-27T01:30:00.000Z'],
  ['2026-11-27T01:30', 'Europe/Berlin', '2026-11-27T00:30:00.000Z'],
  ['2026-07-27T01:30', 'Europe/Berlin', '2026-07-26T23:30:00.000Z'],
  ['2026-01-01T00:00', 'America/New_York', '2026-01-01T05:00:00.000Z'],
])('%s by the clocks of %s is %s', (wallTime, timeZone, moment) => {
  expect(new Date(momentOfWallTime(wallTime, timeZone) ?? 0).toISOString()).toBe(moment);
  expect(wallTimeOf(Date.parse(moment), timeZone)).toBe(wallTime);
});

test('an empty field is no moment', () => {
  expect(momentOfWallTime('', 'UTC')).toBeNull();
});
