import { addFigures, emptyFigures, type Figures } from '../../engines/metrics/figures.ts';
import { addMeasure, measureOf } from '../../engines/metrics/measure.ts';
import { type Piece, piecesOf } from '../../engines/metrics/pieces.ts';
import { type Zone, zoneOf } from '../../engines/metrics/zone.ts';
import type { IncidentSelection } from '../../persistence/incidentSelection.ts';
import { readHourCells } from '../../persistence/readHourCells.ts';
import type { App } from '../app.ts';
import { InvalidArgument } from '../invalidArgument.ts';
import { cellPlan } from './cellPlan.ts';
import { type Duration, durationOf, narrowed } from './figureGroup.ts';
import type { CheckedQuestion } from './metricsQuestion.ts';
import { readBoundedIncidents } from './readBoundedIncidents.ts';

/** Figures of one hour of the week. */
export interface MetricsHour {
  /** From 1, Monday. */
  readonly weekday: number;
  readonly hour: number;
  readonly opened: number;
  readonly mtta: Duration;
  readonly selection: IncidentSelection;
}

const hourMs = 3_600_000;
const hoursOfDay = 24;
const hoursOfWeek = 7 * hoursOfDay;
const weekMs = hoursOfWeek * hourMs;
/** 1970 began on a Thursday: from the Monday before. */
const mondayOffset = 3 * hoursOfDay;

/**
 * All hours of the week by a zone's clock, from Monday. Cells are hours of UTC: where the clock is not whole hours apart from it, and where
 * the cells do not answer, the incidents are read, with the bound that they have.
 */
export async function readHours(app: App, { selection, timeZone }: CheckedQuestion): Promise<MetricsHour[]> {
  const zone = zoneOf(timeZone);
  const [from, to] = [selection.opened.from.getTime(), selection.opened.to.getTime()];
  const byCells = cellPlan(selection, { by: 'service' }) !== null && isWholeHours(zone, from, to);
  const pieces = piecesOf([from, to], byCells ? ['HOUR', 'INCIDENT'] : ['INCIDENT']);
  const hours = Array.from({ length: hoursOfWeek }, emptyFigures);
  const figuresAt = (ms: number): Figures => hours[hourOfWeek(ms, zone)] ?? emptyFigures();
  await app.database.sql.begin('isolation level repeatable read read only', async (tx) => {
    for (const piece of pieces.filter(({ kind }) => kind === 'HOUR')) {
      const cells = await readHourCells(tx, selection, { from: new Date(piece.from), to: new Date(piece.to) });
      for (const { start, figures } of cells) addFigures(figuresAt(start.getTime()), figures, timesOf(piece));
    }
    await readBoundedIncidents(tx, selection, pieces, (incident, { effects }) => {
      const measure = measureOf(incident);
      for (const { times } of effects) addMeasure(figuresAt(measure.openedAtMs), measure, times);
    });
  });
  return hours.map((figures, place) => {
    const [weekday, hour] = [Math.floor(place / hoursOfDay) + 1, place % hoursOfDay];
    const of = narrowed(selection, { by: 'hour', weekday, hour, timeZone });
    const mtta = durationOf({ figures, selection: of }, 'acknowledge');
    return { weekday, hour, opened: figures.counts.opened, mtta, selection: of };
  });
}

/** Throws InvalidArgument when there is no such hour. */
export function hourAt(hours: readonly MetricsHour[], weekday: number, hour: number): MetricsHour {
  if (weekday < 1 || weekday > 7)
    throw new InvalidArgument(['weekday'], `weekday is ${weekday}, from 1 to 7 is allowed`);
  const found = hours.find((one) => one.weekday === weekday && one.hour === hour);
  if (found === undefined) throw new InvalidArgument(['hour'], `hour is ${hour}, from 0 to 23 is allowed`);
  return found;
}

/** Of the only bucket. */
function timesOf({ effects }: Piece): 1 | -1 {
  return effects[0]?.times ?? 1;
}

function hourOfWeek(ms: number, zone: Zone): number {
  const hour = Math.floor((ms + zone.offsetAt(ms)) / hourMs) + mondayOffset;
  return ((hour % hoursOfWeek) + hoursOfWeek) % hoursOfWeek;
}

/** No clock is less than a week in a state that is not whole hours apart from UTC. */
function isWholeHours(zone: Zone, from: number, to: number): boolean {
  for (let ms = from; ms < to; ms += weekMs) if (zone.offsetAt(ms) % hourMs !== 0) return false;
  return zone.offsetAt(to) % hourMs === 0;
}
