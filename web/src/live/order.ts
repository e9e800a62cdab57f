import type { IncidentStatus, Severity } from '../__generated__/operations.ts';
import type { LiveIncident } from './liveIncident.ts';

const severityRank = { LOW: 0, MEDIUM: 1, HIGH: 2, CRITICAL: 3 } as const satisfies Record<Severity, number>;

/** What matters most first: severity, then risk, then age (older first). The number settles the rest, so that rows never swap idly. */
export function compareUrgency(a: LiveIncident, b: LiveIncident): number {
  const bySeverity = severityRank[b.severity] - severityRank[a.severity];
  if (bySeverity !== 0) return bySeverity;
  if (a.risk !== b.risk) return b.risk - a.risk;
  if (a.openedAt !== b.openedAt) return a.openedAt < b.openedAt ? -1 : 1;
  return a.number - b.number;
}

export type Columns<T extends LiveIncident = LiveIncident> = Readonly<Record<IncidentStatus, readonly T[]>>;

/** The columns of the board, each in order of urgency. */
export function toColumns<T extends LiveIncident>(incidents: Iterable<T>): Columns<T> {
  const columns: Record<IncidentStatus, T[]> = { OPEN: [], ACKNOWLEDGED: [], RESOLVED: [] };
  for (const incident of incidents) columns[incident.status].push(incident);
  for (const column of Object.values(columns)) column.sort(compareUrgency);
  return columns;
}

/**
 * The columns with some incidents changed (undefined: gone). The same as ordering all of them anew, but in one pass: a change
 * comes ten times a second, and thousands stay where they are. Columns without a change stay the same arrays.
 */
export function withChanged<T extends LiveIncident>(
  columns: Columns<T>,
  changed: ReadonlyMap<string, T | undefined>,
): Columns<T> {
  const coming = toColumns([...changed.values()].filter((incident) => incident !== undefined));
  return {
    OPEN: mergedColumn(columns.OPEN, changed, coming.OPEN),
    ACKNOWLEDGED: mergedColumn(columns.ACKNOWLEDGED, changed, coming.ACKNOWLEDGED),
    RESOLVED: mergedColumn(columns.RESOLVED, changed, coming.RESOLVED),
  };
}

function mergedColumn<T extends LiveIncident>(
  column: readonly T[],
  changed: ReadonlyMap<string, T | undefined>,
  coming: readonly T[],
): readonly T[] {
  const stays = column.filter(({ id }) => !changed.has(id));
  if (coming.length === 0) return stays.length === column.length ? column : stays;
  const merged: T[] = [];
  let next = 0;
  for (const incident of coming) {
    for (let one = stays[next]; one !== undefined && compareUrgency(one, incident) <= 0; one = stays[next]) {
      merged.push(one);
      next += 1;
    }
    merged.push(incident);
  }
  for (; next < stays.length; next += 1) {
    const one = stays[next];
    if (one !== undefined) merged.push(one);
  }
  return merged;
}
