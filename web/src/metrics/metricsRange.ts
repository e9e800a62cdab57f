import { TZDate } from '@date-fns/tz';
import { momentOfWallTime } from '../forms/wallTime.ts';
import { type BucketName, type MetricsSearch, type Preset, presetOf } from './metricsSearch.ts';

export interface Bounds {
  /** ms since 1970, included. */
  readonly fromMs: number;
  /** ms since 1970, excluded. */
  readonly toMs: number;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const presetDays = { '7d': 7, '30d': 30, '90d': 90 } as const satisfies Record<Exclude<Preset, '24h'>, number>;
const longestMs = 5 * 366 * dayMs;

/** Up to so many days a range is cut by the hour, by the day, by the week. */
const upToDays = { hour: 2, day: 120, week: 2 * 366 } as const;
/** No more points than a chart shows and the server answers. */
const mostDays = { hour: 31, day: 750, week: 5 * 366, month: 5 * 366 } as const satisfies Record<BucketName, number>;

/**
 * The bounds of a preset: it ends with the hour or the day of the zone in which `nowMs` lies, so that they stay the same until the next one
 * begins and one subscription serves all that time.
 */
export function presetBounds(preset: Preset, timeZone: string, nowMs: number): Bounds {
  const now = new TZDate(nowMs, timeZone);
  if (preset === '24h') {
    // By minutes of the zone: some are half an hour off.
    const toMs = nowMs - ((now.getMinutes() * 60 + now.getSeconds()) * 1000 + (nowMs % 1000)) + hourMs;
    return { fromMs: toMs - dayMs, toMs };
  }
  const midnight = (days: number) =>
    new TZDate(now.getFullYear(), now.getMonth(), now.getDate() + days, timeZone).getTime();
  return { fromMs: midnight(1 - presetDays[preset]), toMs: midnight(1) };
}

/** Null where one's own bounds are no range. */
export function boundsOf(search: MetricsSearch, timeZone: string, nowMs: number): Bounds | null {
  const preset = presetOf(search);
  if (preset !== undefined) return presetBounds(preset, timeZone, nowMs);
  const { from = '', to = '' } = search;
  const bounds = { fromMs: wallMoment(from, timeZone), toMs: wallMoment(to, timeZone) };
  return problemOf(bounds) === null ? bounds : null;
}

/** What is wrong with a range, in words; null when nothing is. */
export function problemOf({ fromMs, toMs }: Bounds): string | null {
  if (!Number.isFinite(fromMs) || !Number.isFinite(toMs)) return 'A range has a beginning and an end.';
  if (toMs <= fromMs) return 'The end must be after the beginning.';
  return toMs - fromMs > longestMs ? 'A range has at most 5 years.' : null;
}

/** A day without a time is its first moment. NaN when it is no date. */
function wallMoment(wallTime: string, timeZone: string): number {
  return momentOfWallTime(wallTime.includes('T') ? wallTime : `${wallTime}T00:00`, timeZone) ?? Number.NaN;
}

/** How wide the points of a range are. */
export function bucketNameOf({ per }: MetricsSearch, { fromMs, toMs }: Bounds): BucketName {
  const days = (toMs - fromMs) / dayMs;
  if (per !== undefined && days <= mostDays[per]) return per;
  if (days <= upToDays.hour) return 'hour';
  if (days <= upToDays.day) return 'day';
  return days <= upToDays.week ? 'week' : 'month';
}

/** Those that can be chosen for a range. */
export function bucketsFor({ fromMs, toMs }: Bounds): readonly BucketName[] {
  const days = (toMs - fromMs) / dayMs;
  const names: readonly BucketName[] = ['hour', 'day', 'week', 'month'];
  return names.filter((name) => days <= mostDays[name]);
}
