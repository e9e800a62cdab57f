import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bucketStarts, type TimeBucket, timeBuckets } from './bucketStarts.ts';

const starts = (from: string, to: string, bucket: TimeBucket, timeZone: string) =>
  bucketStarts({ from: Date.parse(from), to: Date.parse(to) }, bucket, timeZone).map((ms) =>
    new Date(ms).toISOString().replace(':00.000Z', ''),
  );

describe('the buckets of a zone', () => {
  test.each<[string, string, string, TimeBucket, string, string[]]>([
    ['days of UTC', '2026-01-01T00:00Z', '2026-01-03T00:00Z', 'DAY', 'UTC', ['2026-01-01T00:00', '2026-01-02T00:00']],
    ['a range within a day', '2026-01-01T10:17Z', '2026-01-01T10:18Z', 'DAY', 'UTC', ['2026-01-01T00:00']],
    [
      'days of Nepal',
      '2026-01-01T00:00Z',
      '2026-01-01T20:00Z',
      'DAY',
      'Asia/Kathmandu',
      ['2025-12-31T18:15', '2026-01-01T18:15'],
    ],
    [
      'the short and the long day of New York',
      '2026-03-08T05:00Z',
      '2026-03-10T04:00Z',
      'DAY',
      'America/New_York',
      ['2026-03-08T05:00', '2026-03-09T04:00'],
    ],
    [
      'the hour that New York has twice',
      '2026-11-01T05:00Z',
      '2026-11-01T08:00Z',
      'HOUR',
      'America/New_York',
      ['2026-11-01T05:00', '2026-11-01T06:00', '2026-11-01T07:00'],
    ],
    [
      'a day of São Paulo that began at one o’clock',
      '2018-11-04T00:00Z',
      '2018-11-05T12:00Z',
      'DAY',
      'America/Sao_Paulo',
      ['2018-11-03T03:00', '2018-11-04T03:00', '2018-11-05T02:00'],
    ],
    [
      'a day of São Paulo that had 23 o’clock twice',
      '2019-02-16T12:00Z',
      '2019-02-18T12:00Z',
      'DAY',
      'America/Sao_Paulo',
      ['2019-02-16T02:00', '2019-02-17T03:00', '2019-02-18T03:00'],
    ],
    [
      'a day of St. John’s that had begun before 23 o’clock came again',
      '2010-11-07T03:00Z',
      '2010-11-08T12:00Z',
      'DAY',
      'America/St_Johns',
      ['2010-11-07T02:30', '2010-11-08T03:30'],
    ],
    [
      'the date that Samoa never had',
      '2011-12-29T12:00Z',
      '2011-12-31T12:00Z',
      'DAY',
      'Pacific/Apia',
      ['2011-12-29T10:00', '2011-12-30T10:00', '2011-12-31T10:00'],
    ],
    [
      'hours of Lord Howe as its clock goes on half an hour',
      '2026-10-03T14:30Z',
      '2026-10-03T17:00Z',
      'HOUR',
      'Australia/Lord_Howe',
      ['2026-10-03T14:30', '2026-10-03T15:30', '2026-10-03T16:00'],
    ],
    [
      'and back half an hour',
      '2026-04-04T14:00Z',
      '2026-04-04T17:00Z',
      'HOUR',
      'Australia/Lord_Howe',
      ['2026-04-04T14:00', '2026-04-04T15:00', '2026-04-04T15:30', '2026-04-04T16:30'],
    ],
    [
      'weeks, from Monday',
      '2026-11-27T00:00Z',
      '2026-12-01T00:00Z',
      'WEEK',
      'UTC',
      ['2026-11-23T00:00', '2026-11-30T00:00'],
    ],
    [
      'weeks before 1970',
      '1969-12-31T00:00Z',
      '1970-01-06T00:00Z',
      'WEEK',
      'UTC',
      ['1969-12-29T00:00', '1970-01-05T00:00'],
    ],
    ['months', '2028-02-29T00:00Z', '2028-04-01T00:00Z', 'MONTH', 'UTC', ['2028-02-01T00:00', '2028-03-01T00:00']],
    [
      'minutes',
      '2026-01-01T10:17:30Z',
      '2026-01-01T10:19:00Z',
      'MINUTE',
      'Asia/Kolkata',
      ['2026-01-01T10:17', '2026-01-01T10:18'],
    ],
  ])('%s', (_, from, to, bucket, timeZone, expected) => {
    expect(starts(from, to, bucket, timeZone)).toEqual(expected);
  });

  test('ascend, begin at or before the range and end in it', () => {
    const zone = fc.constantFrom(
      'Asia/Kolkata',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'America/Sao_Paulo',
      'America/St_Johns',
    );
    const from = fc.date({
      min: new Date('1990-01-01T00:00Z'),
      max: new Date('2030-01-01T00:00Z'),
      noInvalidDate: true,
    });
    const hours = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(zone, from, hours, fc.constantFrom(...timeBuckets), (timeZone, date, length, bucket) => {
        const range = { from: date.getTime(), to: date.getTime() + length * 3_600_000 };
        const all = bucketStarts(range, bucket, timeZone);
        expect(all).toEqual(all.toSorted((a, b) => a - b));
        expect(new Set(all).size).toBe(all.length);
        expect(all[0]).toBeLessThanOrEqual(range.from);
        expect(all[1] ?? range.to).toBeGreaterThan(range.from);
        expect(all.at(-1)).toBeLessThan(range.to);
      }),
      { numRuns: 100 },
    );
  });
});
