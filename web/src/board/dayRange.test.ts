import { afterEach, expect, test, vi } from 'vitest';
import { dayRange } from './dayRange.ts';

afterEach(() => void vi.unstubAllEnvs());

test.each([
  ['a usual day', 'Europe/Berlin', '2026-11-24', 0, '2026-11-23T23:00:00.000Z', '2026-11-24T23:00:00.000Z'],
  ['a day of 25 hours', 'Europe/Berlin', '2026-10-25', 0, '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  [
    'a day without a midnight',
    'America/Santiago',
    '2026-09-06',
    0,
    '2026-09-06T04:00:00.000Z',
    '2026-09-07T03:00:00.000Z',
  ],
  ['the day before it', 'America/Santiago', '2026-09-06', -1, '2026-09-05T04:00:00.000Z', '2026-09-06T04:00:00.000Z'],
])("%s goes from its first moment to the next one's", (_name, zone, day, offset, from, to) => {
  vi.stubEnv('TZ', zone);
  const dayStartMs = new Date(`${day}T12:00`).setHours(0, 0, 0, 0);
  expect(dayRange(dayStartMs, offset)).toEqual({ from, to, timeZone: zone });
});
