import { type Zone, zoneOf } from './zone.ts';

export const timeBuckets = ['MINUTE', 'HOUR', 'DAY', 'WEEK', 'MONTH'] as const;
export type TimeBucket = (typeof timeBuckets)[number];

/** In ms since the epoch; `to` is not part of it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;
/** 1970 began on a Thursday. */
const firstMonday = 4;

/**
 * The starts of the buckets that cover a stretch, ascending, in ms since the epoch; the first is at its beginning or before. Days begin with
 * the first moment of a date, so that one has 23 to 25 hours when the clock is changed, and none when it jumps over the date. Hours and
 * minutes begin where the clock shows a whole one and where it is changed, so that none goes beyond a change.
 */
export function bucketStarts({ from, to }: Stretch, bucket: TimeBucket, timeZone: string): number[] {
  const zone = zoneOf(timeZone);
  const starts: number[] = [];
  for (let start = startOf(from, bucket, zone); start < to; start = next(start, bucket, zone)) {
    // A clock that is put back over midnight shows the date before once more: the new one has begun all the same.
    if (start <= from) starts.pop();
    starts.push(start);
  }
  return starts;
}

function startOf(ms: number, bucket: TimeBucket, zone: Zone): number {
  if (bucket === 'MINUTE' || bucket === 'HOUR') {
    const unit = bucket === 'MINUTE' ? minuteMs : hourMs;
    const local = ms + zone.offsetAt(ms);
    const start = ms - (local - Math.floor(local / unit) * unit);
    return zone.changeBetween(start, ms) ?? start;
  }
  return zone.momentOf(firstDayOf(dayOf(ms, zone), bucket) * dayMs);
}

function next(start: number, bucket: TimeBucket, zone: Zone): number {
  if (bucket === 'MINUTE' || bucket === 'HOUR') {
    const unit = bucket === 'MINUTE' ? minuteMs : hourMs;
    const local = start + zone.offsetAt(start);
    const end = start + unit - (local - Math.floor(local / unit) * unit);
    return zone.changeBetween(start, end) ?? end;
  }
  let day = firstDayOf(dayOf(start, zone), bucket);
  let end = start;
  // More than once where the clock jumps over a whole date.
  while (end <= start) {
    day = nextDayOf(day, bucket);
    end = zone.momentOf(day * dayMs);
  }
  return end;
}

/** The date that the zone's calendar shows, in days since 1970. */
export function dayOf(ms: number, zone: Zone): number {
  return Math.floor((ms + zone.offsetAt(ms)) / dayMs);
}

function firstDayOf(day: number, bucket: 'DAY' | 'WEEK' | 'MONTH'): number {
  switch (bucket) {
    case 'DAY':
      return day;
    case 'WEEK':
      return day - ((((day - firstMonday) % 7) + 7) % 7);
    case 'MONTH':
      return day - new Date(day * dayMs).getUTCDate() + 1;
  }
}

function nextDayOf(day: number, bucket: 'DAY' | 'WEEK' | 'MONTH'): number {
  return bucket === 'MONTH' ? monthsFrom(day, 1) : day + (bucket === 'WEEK' ? 7 : 1);
}

/** The first day of the month so many months from that of a day; days are since 1970. */
export function monthsFrom(day: number, months: number): number {
  const date = new Date(day * dayMs);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / dayMs;
}
