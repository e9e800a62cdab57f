import type { Severity } from '../../domain/severity.ts';
import { emptyFigures, type Figures } from '../../engines/metrics/figures.ts';
import { addMeasure, measureOf } from '../../engines/metrics/measure.ts';
import { zoneOf } from '../../engines/metrics/zone.ts';
import type { SqlExecutor } from '../../persistence/database.ts';
import type { IncidentSelection } from '../../persistence/incidentSelection.ts';
import { type MeasuredRow, readMeasuredIncidents } from '../../persistence/measuredIncidents.ts';
import type { FigureRow } from './figureGroup.ts';

/** What figures are grouped by beside time and severity. */
export type Dimension =
  | { readonly by: 'service' | 'source' | 'responder' }
  | { readonly by: 'label'; readonly name: string }
  /** By the clock of a zone: keys are the hours of the week, 0 to 167 from Monday. */
  | { readonly by: 'hour'; readonly timeZone: string };

/** The figures of the selected incidents between ascending boundaries, in ms since the epoch. */
export async function readFigureRows(
  sql: SqlExecutor,
  selection: IncidentSelection,
  boundaries: readonly number[],
  dimension: Dimension,
): Promise<FigureRow[]> {
  const rows = new Map<string, FigureRow & { readonly figures: Figures }>();
  for (const incident of await readMeasuredIncidents(sql, selection)) {
    const measure = measureOf(incident);
    const severity: Severity = selection.attribution === 'HIGHEST' ? measure.highestSeverity : measure.severity;
    const bucket = placeIn(boundaries, measure.openedAtMs);
    const key = keyOf(incident, measure.responder, dimension);
    const name = JSON.stringify([bucket, severity, key]);
    let row = rows.get(name);
    if (row === undefined) {
      row = { bucket, key, severity, figures: emptyFigures() };
      rows.set(name, row);
    }
    addMeasure(row.figures, measure);
  }
  return [...rows.values()];
}

function keyOf(incident: MeasuredRow, responder: string | null, dimension: Dimension): string | null {
  switch (dimension.by) {
    case 'service':
      return incident.service;
    case 'source':
      return incident.source === '' ? null : incident.source;
    case 'responder':
      return responder;
    case 'label':
      return incident.labels.find(({ name }) => name === dimension.name)?.value ?? null;
    case 'hour':
      return String(hourOfWeek(incident.openedAt.getTime(), dimension.timeZone));
  }
}

const hourMs = 3_600_000;
/** 1970 began on a Thursday: hours from the Monday before. */
const hoursSinceMonday = 3 * 24;

function hourOfWeek(ms: number, timeZone: string): number {
  const hour = Math.floor((ms + zoneOf(timeZone).offsetAt(ms)) / hourMs) + hoursSinceMonday;
  return ((hour % 168) + 168) % 168;
}

/** The place of the bucket that a moment lies in. */
function placeIn(boundaries: readonly number[], ms: number): number {
  let [low, high] = [0, boundaries.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((boundaries[middle] ?? 0) <= ms) low = middle;
    else high = middle;
  }
  return low;
}
