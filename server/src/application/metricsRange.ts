import type { TimeBucket } from '../engines/metrics/bucketStarts.ts';
import { InvalidArgument } from './invalidArgument.ts';

export interface TimeRange {
  readonly from: Date;
  readonly to: Date;
  readonly timeZone?: string | null;
}

const dayMs = 86_400_000;
const longestDays = 5 * 366;
const mostPoints = 2000;

const bucketMs: Record<TimeBucket, number> = {
  MINUTE: 60_000,
  HOUR: 3_600_000,
  DAY: dayMs,
  WEEK: 7 * dayMs,
  MONTH: 28 * dayMs,
};

/** Throws InvalidArgument when the range is inverted, longer than metrics go, or in an unknown zone. Returns the zone. */
export function checkRange(range: TimeRange): string {
  const length = range.to.getTime() - range.from.getTime();
  if (length <= 0) throw new InvalidArgument(['range', 'to'], 'range.to must be after range.from');
  if (length > longestDays * dayMs) throw new InvalidArgument(['range'], 'range is longer than 5 years');
  const timeZone = range.timeZone ?? 'UTC';
  if (!isTimeZone(timeZone)) {
    const message = `${JSON.stringify(timeZone.slice(0, 60))} is not an IANA time zone such as Europe/Berlin`;
    throw new InvalidArgument(['range', 'timeZone'], message);
  }
  return timeZone;
}

export function isTimeZone(name: string): boolean {
  // Newer ones take an offset for a zone, which has no rules and means the opposite to others.
  if (!/^[a-z]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The widest bucket that still shows a course over the range. */
export function fittingBucket(range: TimeRange): TimeBucket {
  const days = (range.to.getTime() - range.from.getTime()) / dayMs;
  if (days <= 1 / 8) return 'MINUTE';
  if (days <= 7) return 'HOUR';
  if (days <= 92) return 'DAY';
  return days <= 2 * 366 ? 'WEEK' : 'MONTH';
}

/** Throws InvalidArgument when the bucket would cut the range into too many points. */
export function checkBucket(range: TimeRange, bucket: TimeBucket): void {
  const points = Math.ceil((range.to.getTime() - range.from.getTime()) / bucketMs[bucket]);
  if (points <= mostPoints) return;
  const message = `bucket ${bucket} would give ${points} points, at most ${mostPoints} are allowed`;
  throw new InvalidArgument(['bucket'], message);
}
