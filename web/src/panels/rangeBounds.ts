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
  if (bucket === 'HOUR') {
    const end = new Date(nowMs);
    end.setMinutes(0, 0, 0);
    const to = end.getTime() + 60 * minuteMs;
    return bounds(to - buckets * 60 * minuteMs, to);
  }
  const today = new Date(nowMs);
  today.setHours(0, 0, 0, 0);
  // By calendar, because a day has 23 or 25 hours when the clocks change.
  const end = new Date(today);
  end.setDate(end.getDate() + 1);
  const start = new Date(today);
  start.setDate(start.getDate() - buckets + 1);
  return bounds(start.getTime(), end.getTime());
}

function bounds(fromMs: number, toMs: number): RangeBounds {
  return { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
}
