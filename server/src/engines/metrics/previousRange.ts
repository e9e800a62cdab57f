import { dayOf, monthsFrom, type Stretch } from './bucketStarts.ts';
import { zoneOf } from './zone.ts';

const dayMs = 86_400_000;

/**
 * The stretch before, which ends where this one begins. Of one that is whole months of the zone's calendar, as many months; of whole days, as
 * many days; else as many ms. In ms since the epoch. Null when it would begin before 1970.
 */
export function previousRange({ from, to }: Stretch, timeZone: string): Stretch | null {
  const zone = zoneOf(timeZone);
  const [firstDay, endDay] = [dayOf(from, zone), dayOf(to, zone)];
  const isWhole = zone.momentOf(firstDay * dayMs) === from && zone.momentOf(endDay * dayMs) === to;
  const start = isWhole ? zone.momentOf(startBefore(firstDay, endDay) * dayMs) : from - (to - from);
  return start >= 0 ? { from: start, to: from } : null;
}

function startBefore(firstDay: number, endDay: number): number {
  const beginsMonth = (day: number) => monthsFrom(day, 0) === day;
  if (!beginsMonth(firstDay) || !beginsMonth(endDay)) return firstDay - (endDay - firstDay);
  const monthOf = (day: number) => {
    const date = new Date(day * dayMs);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  };
  return monthsFrom(firstDay, -(monthOf(endDay) - monthOf(firstDay)));
}
