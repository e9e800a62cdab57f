import type { SqlExecutor } from './database.ts';
import { type IncidentSelection, isSelected } from './incidentSelection.ts';

/** An alert by its dedup key, with what it sent. */
export interface NoisyAlert {
  readonly dedupKey: string;
  readonly title: string;
  readonly service: string;
  readonly source: string;
  readonly signals: number;
  readonly occurrences: number;
}

/** The alerts of the selected incidents that sent the most signals. */
export async function readNoisiestAlerts(
  sql: SqlExecutor,
  selection: IncidentSelection,
  limit: number,
): Promise<NoisyAlert[]> {
  const rows = await sql<NoisyAlert[]>`
    select dedup_key, (array_agg(title order by last_seen_at desc))[1] as title, (array_agg(service order by last_seen_at desc))[1] as service,
      (array_agg(source order by last_seen_at desc))[1] as source, sum(signal_count)::int as signals, count(*)::int as occurrences
    from alert where incident_id in (select id from incident where ${isSelected(sql, selection)})
    group by dedup_key order by signals desc, dedup_key limit ${limit}`;
  return [...rows];
}
