import { type Duration, durationOf, grouped, narrowed, type SummedGroup, sumOf } from './figureGroup.ts';

/** Figures of one hour of the week. */
export interface MetricsHour {
  /** From 1, Monday. */
  readonly weekday: number;
  readonly hour: number;
  readonly opened: number;
  readonly mtta: Duration;
}

const hoursOfDay = 24;
const hoursOfWeek = 7 * hoursOfDay;

/** All hours of the week, from rows whose keys are these hours by the clock of a zone. */
export function hoursOf({ rows, selection }: SummedGroup, timeZone: string): MetricsHour[] {
  const byHour = grouped(rows, ({ key }) => Number(key));
  return Array.from({ length: hoursOfWeek }, (_, place) => {
    const [weekday, hour] = [Math.floor(place / hoursOfDay) + 1, place % hoursOfDay];
    const group = sumOf(byHour.get(place) ?? [], narrowed(selection, { by: 'hour', weekday, hour, timeZone }));
    return { weekday, hour, opened: group.figures.counts.opened, mtta: durationOf(group, 'acknowledge') };
  });
}
