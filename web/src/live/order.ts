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
