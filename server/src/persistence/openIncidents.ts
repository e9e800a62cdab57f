import type { Severity } from '../domain/severity.ts';
import type { SqlExecutor } from './database.ts';
import { isPart } from './figureIncidents.ts';
import { type IncidentSelection, isSelected, severityColumn } from './incidentSelection.ts';

/** Incidents of one severity that are not resolved. */
export interface OpenCount {
  readonly severity: Severity;
  readonly count: number;
  readonly oldestAt: Date;
  /** The mean time since they were opened. */
  readonly meanAgeSeconds: number;
}

/** Those of the selected incidents that are open, by the severity that they count for. */
export async function readOpenCounts(sql: SqlExecutor, selection: IncidentSelection, now: Date): Promise<OpenCount[]> {
  const rows = await sql<OpenCount[]>`
    select ${severityColumn(sql, selection.attribution)} as severity, count(*)::int as count, min(opened_at) as oldest_at,
      avg(greatest(extract(epoch from ${now}::timestamptz - opened_at), 0))::float8 as mean_age_seconds
    from incident where ${isSelected(sql, selection)} and status <> 'RESOLVED' group by 1`;
  return [...rows];
}

/** Live incidents of one severity and status that are not resolved. */
export interface OpenByStatus {
  readonly severity: Severity;
  readonly status: 'OPEN' | 'ACKNOWLEDGED';
  readonly count: number;
  readonly oldestAgeSeconds: number;
}

export async function readOpenByStatus(sql: SqlExecutor, now: Date): Promise<OpenByStatus[]> {
  const rows = await sql<OpenByStatus[]>`
    select severity, status, count(*)::int as count,
      greatest(extract(epoch from ${now}::timestamptz - min(opened_at)), 0)::float8 as oldest_age_seconds
    from incident where status <> 'RESOLVED' and not historical group by 1, 2`;
  return [...rows];
}

/** How many of the selected incidents still wait for an acknowledgement that was due before `dueBy` of their severity. */
export async function countOverdue(
  sql: SqlExecutor,
  selection: IncidentSelection,
  dueBy: ReadonlyMap<Severity, Date>,
): Promise<Map<Severity, number>> {
  const severity = severityColumn(sql, selection.attribution);
  const rows = await sql<{ severity: Severity; count: number }[]>`
    select due.of_severity as severity, count(*)::int as count
    from unnest(${[...dueBy.keys()]}::text[]::severity[], ${[...dueBy.values()].map((date) => date.toISOString())}::text[]::timestamptz[])
      as due(of_severity, opened_before)
    join incident on ${severity} = due.of_severity and opened_at < due.opened_before
    where ${isSelected(sql, selection)}
      and ${isPart(sql, { kind: 'duration', duration: 'acknowledge', status: 'PENDING' })}
    group by 1`;
  return new Map(rows.map(({ severity: name, count }) => [name, count]));
}
