import { describe, expect, it } from 'vitest';
import { boundsOf, bucketNameOf, bucketsFor, presetBounds, problemOf } from './metricsRange.ts';

const nowMs = Date.parse('2026-11-24T09:37:12.345Z');
const moment = (ms: number) => new Date(ms).toISOString().slice(0, 16);
const written = ({ fromMs, toMs }: { fromMs: number; toMs: number }) => `${moment(fromMs)} ${moment(toMs)}`;
const hourMs = 3_600_000;

describe('presetBounds', () => {
  it.each([
    ['24h', 'UTC', '2026-11-23T10:00 2026-11-24T10:00'],
    ['24h', 'Asia/Kolkata', '2026-11-23T10:30 2026-11-24T10:30'],
    ['7d', 'UTC', '2026-11-18T00:00 2026-11-25T00:00'],
    ['7d', 'Europe/Berlin', '2026-11-17T23:00 2026-11-24T23:00'],
    ['30d', 'America/New_York', '2026-10-26T04:00 2026-11-25T05:00'],
    ['90d', 'UTC', '2026-08-27T00:00 2026-11-25T00:00'],
  ] as const)('%s in %s ends with what is being filled', (preset, zone, bounds) => {
    expect(written(presetBounds(preset, zone, nowMs))).toBe(bounds);
  });

  it('stays the same within the hour and the day', () => {
    expect(presetBounds('24h', 'UTC', nowMs + 60_000)).toEqual(presetBounds('24h', 'UTC', nowMs));
    expect(presetBounds('7d', 'UTC', nowMs + hourMs)).toEqual(presetBounds('7d', 'UTC', nowMs));
  });
});

describe('boundsOf', () => {
  it.each([
    [{}, 'UTC', '2026-10-26T00:00 2026-11-25T00:00'],
    [{ from: '2026-03-01', to: '2026-03-08' }, 'Europe/Berlin', '2026-02-28T23:00 2026-03-07T23:00'],
    [{ from: '2026-03-01T22:00', to: '2026-03-02T06:00' }, 'UTC', '2026-03-01T22:00 2026-03-02T06:00'],
  ] as const)('reads %j in %s', (search, zone, bounds) => {
    expect(written(boundsOf(search, zone, nowMs) ?? { fromMs: 0, toMs: 0 })).toBe(bounds);
  });

  it.each([
    ['turned round', '2026-03-08', '2026-03-01'],
    ['empty', '2026-03-08', '2026-03-08'],
    ['endless', '1990-01-01', '2026-03-01'],
    ['no date', '2026-99-01', '2026-03-01T99:00'],
  ])('knows no range that is %s', (_what, from, to) => expect(boundsOf({ from, to }, 'UTC', nowMs)).toBeNull());

  it('says what is wrong with a range', () => {
    expect(problemOf({ fromMs: 2, toMs: 1 })).toBe('The end must be after the beginning.');
    expect(problemOf({ fromMs: Number.NaN, toMs: 1 })).toBe('A range has a beginning and an end.');
    expect(problemOf({ fromMs: 0, toMs: 6 * 366 * 24 * hourMs })).toBe('A range has at most 5 years.');
  });
});

describe('the width of points', () => {
  const days = (count: number) => ({ fromMs: 0, toMs: count * 24 * hourMs });

  it.each([
    [1, 'hour'],
    [7, 'day'],
    [90, 'day'],
    [365, 'week'],
    [1500, 'month'],
  ] as const)('of %i days is a %s', (count, name) => expect(bucketNameOf({}, days(count))).toBe(name));

  it('is the chosen one, unless it would give too many points', () => {
    expect(bucketNameOf({ per: 'hour' }, days(7))).toBe('hour');
    expect(bucketNameOf({ per: 'hour' }, days(90))).toBe('day');
    expect(bucketsFor(days(90))).toEqual(['day', 'week', 'month']);
  });
});
