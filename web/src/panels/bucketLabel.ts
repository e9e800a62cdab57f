import type { TimeBucket } from '../__generated__/operations.ts';

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

/** The start of a bucket (milliseconds since 1970) as short as an axis needs it, in the local time zone. */
export function bucketLabel(bucket: TimeBucket): (fromMs: number) => string {
  const format = bucket === 'MINUTE' || bucket === 'HOUR' ? clock : day;
  return (fromMs) => format.format(fromMs);
}

/** The bucket as a column's heading. */
export const bucketWord = {
  MINUTE: 'minute',
  HOUR: 'hour',
  DAY: 'day',
  WEEK: 'week',
  MONTH: 'month',
} as const satisfies Record<TimeBucket, string>;
