import type { Label } from '../domain/signal.ts';
import type { MeasuredIncident } from '../engines/metrics/measure.ts';
import type { SqlExecutor } from './database.ts';
import { type IncidentSelection, isSelected } from './incidentSelection.ts';

/** What figures are made of, and by which labels they are grouped. */
export type MeasuredRow = MeasuredIncident & { readonly labels: readonly Label[] };

/** The selected incidents, in any order, without what figures do not need. */
export async function readMeasuredIncidents(sql: SqlExecutor, selection: IncidentSelection): Promise<MeasuredRow[]> {
  const rows = await sql<(Omit<MeasuredRow, 'decision'> & { stress: number })[]>`
    select opened_at, historical, service, source, severity, highest_severity, status, first_acknowledged_at, acknowledged_by,
      first_resolved_at, resolved_at, resolved_by, resolved_by_rule, reopen_count, first_escalated_at, first_snoozed_at, merged_into,
      (decision ->> 'stress')::float8 as stress, labels
    from incident where ${isSelected(sql, selection)}`;
  return rows.map(({ stress, ...row }) => ({ ...row, decision: { stress } }));
}
