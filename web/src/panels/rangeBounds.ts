import { type RangeName, ranges } from './range.ts';

interface RangeBounds {
  /** RFC 3339, included. */
  readonly from: string;
  /** RFC 3339, excluded: the end of the bucket that is being filled. */
  readonly to: string;
}

const minuteMs = 60_000;

/**
 * The bounds of a range that ends with the bucket in which `nowMs` lies. Buckets are whole minutes, hours and days of the
 * local time zone, so the bounds stay the same until the next one begins and one subscription serves all that time.
 */
export function rangeBounds(name: RangeName, nowMs: number): RangeBounds {
  const { bucket, buckets } = ranges[name];
  if (bucket === 'MINUTE') {
    const to = Math.floor(nowMs / minuteMs) * minuteMs + minuteMs;
    return bounds(to - buckets * minuteMs, to);
  }
  const now = new Date(nowMs);
  if (bucket === 'HOUR') {
    // Counted back from now: by the clock, an hour that comes twice would be its first one.
    const goneMs = (now.getMinutes() * 60 + now.getSeconds()) * 1000 + now.getMilliseconds();
    const to = nowMs - goneMs + 60 * minuteMs;
    return bounds(to - buckets * 60 * minuteMs, to);
  }
  // By calendar, because a day has 23 or 25 hours when the clocks change, and some have no midnight.
  const midnight = (days: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).getTime();
  return bounds(midnight(1 - buckets), midnight(1));
}

function bounds(fromMs: number, toMs: number): RangeBounds {
  return { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
}
