import { TZDate } from '@date-fns/tz';
import type { BucketName } from './metricsSearch.ts';

export interface PointWords {
  /** Its start as short as an axis needs it. */
  readonly short: (fromMs: number) => string;
  /** All of it, for a heading. */
  readonly long: (fromMs: number) => string;
}

/** How the points of a width are named, by the clock of a time zone. */
export function pointWords(bucket: BucketName, timeZone: string): PointWords {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const { format: write } = new Intl.DateTimeFormat('en-GB', { timeZone, ...options });
    return (ms: number) => write(ms);
  };
  const day = format({ day: 'numeric', month: 'short' });
  const wholeDay = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  switch (bucket) {
    case 'hour': {
      const clock = format({ hour: '2-digit', minute: '2-digit' });
      const isMidnight = (ms: number) => new TZDate(ms, timeZone).getHours() === 0;
      return {
        short: (ms) => (isMidnight(ms) ? day(ms) : clock(ms)),
        long: (ms) => `${wholeDay(ms)}, ${clock(ms)}`,
      };
    }
    case 'day':
      return { short: day, long: wholeDay };
    case 'week':
      return { short: day, long: (ms) => `Week of ${wholeDay(ms)}` };
    case 'month': {
      const month = format({ month: 'short', year: 'numeric' });
      return { short: month, long: format({ month: 'long', year: 'numeric' }) };
    }
  }
}

const moment = (timeZone: string, withTime: boolean) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(withTime ? { hour: '2-digit', minute: '2-digit' } : {}),
  });

/** A range in words; the end is part of it where it is whole days: `1 Nov 2026 – 30 Nov 2026`. */
export function rangeWords(fromMs: number, toMs: number, timeZone: string): string {
  const isMidnight = (ms: number) => {
    const local = new TZDate(ms, timeZone);
    return local.getHours() === 0 && local.getMinutes() === 0;
  };
  if (isMidnight(fromMs) && isMidnight(toMs)) return moment(timeZone, false).formatRange(fromMs, toMs - 1);
  return moment(timeZone, true).formatRange(fromMs, toMs);
}
