import type { Label } from '../domain/signal.ts';
import type { MeasuredIncident } from '../engines/metrics/measure.ts';
import type { SqlExecutor } from './database.ts';
import { edgeText } from './edgeText.ts';
import { type IncidentSelection, isSelected } from './incidentSelection.ts';

/** What figures are made of, and by which labels they are grouped. */
export type MeasuredRow = MeasuredIncident & { readonly labels: readonly Label[] };

type StoredRow = Omit<MeasuredRow, 'decision'> & { readonly stress: number };

/** The selected incidents, in any order, without what figures do not need. */
export async function readMeasuredIncidents(sql: SqlExecutor, selection: IncidentSelection): Promise<MeasuredRow[]> {
  const rows = await sql<StoredRow[]>`select ${measured(sql)} from incident where ${isSelected(sql, selection)}`;
  return rows.map(measuredRow);
}

/** Of the same those that were opened in one of some stretches, which must not overlap; at most `limit`. */
export async function readMeasuredIncidentsIn(
  sql: SqlExecutor,
  selection: IncidentSelection,
  stretches: readonly { readonly from: Date; readonly to: Date }[],
  limit: number,
): Promise<MeasuredRow[]> {
  if (stretches.length === 0) return [];
  const [from, to] = [stretches.map((one) => edgeText(one.from)), stretches.map((one) => edgeText(one.to))];
  const rows = await sql<StoredRow[]>`
    select ${measured(sql)} from unnest(${from}::text[]::timestamptz[], ${to}::text[]::timestamptz[]) as wanted(since, until)
      join incident on opened_at >= since and opened_at < until
    where ${isSelected(sql, { ...selection, opened: null })} limit ${limit}`;
  return rows.map(measuredRow);
}

function measured(sql: SqlExecutor) {
  return sql`
    opened_at, historical, service, source, severity, highest_severity, status, first_acknowledged_at, acknowledged_by,
    first_resolved_at, resolved_at, resolved_by, resolved_by_rule, reopen_count, first_escalated_at, first_snoozed_at, merged_into,
    coalesce((decision ->> 'stress')::float8, 0) as stress, labels`;
}

function measuredRow({ stress, ...row }: StoredRow): MeasuredRow {
  return { ...row, decision: { stress } };
}
