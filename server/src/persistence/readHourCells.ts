import { emptyFigures, type Figures } from '../engines/metrics/figures.ts';
import type { SqlExecutor } from './database.ts';
import { edgeText } from './edgeText.ts';
import { type IncidentSelection, severityColumn } from './incidentSelection.ts';

/** The acknowledgements of all the incidents that were opened within one UTC hour. */
export interface HourCell {
  readonly start: Date;
  /** Nothing but what is opened, what was and may be acknowledged, and when. */
  readonly figures: Figures;
}

/** The hours from `from` to before `to` in which there is something. Of the selection only severities, services and history count. */
export async function readHourCells(
  sql: SqlExecutor,
  { severity, service, historical, attribution }: IncidentSelection,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<HourCell[]> {
  const rows = await sql<{ start: Date; opened: number; pending: number; sketch: Uint8Array }[]>`
    select start, sum(opened)::int as opened, sum(acknowledge_pending)::int as pending, string_agg(acknowledge_sketch, '') as sketch
    from metric_cell
    where kind = 'SERVICE_HOUR' and start >= ${edgeText(from)}::text::timestamptz and start < ${edgeText(to)}::text::timestamptz and opened > 0
      ${severity === null ? sql`` : sql`and ${severityColumn(sql, attribution)} = any(${[...severity]}::text[]::severity[])`}
      ${service === null ? sql`` : sql`and value = any(${[...service]}::text[])`}
      ${historical ? sql`` : sql`and not historical`}
    group by start`;
  return rows.map(({ start, opened, pending, sketch }) => {
    const figures = emptyFigures();
    figures.counts.opened = opened;
    figures.counts.acknowledgePending = pending;
    figures.sketches.acknowledge.addEncoded(sketch);
    return { start, figures };
  });
}
