import { type Severity, severities } from '../domain/severity.ts';
import type { CellKey, CellKind } from '../engines/metrics/cells.ts';
import { countNames, type DurationName, emptyFigures, type Figures } from '../engines/metrics/figures.ts';
import { plainArray } from './arrayLiteral.ts';
import { countColumns, sketchColumns } from './cellColumns.ts';
import type { SqlExecutor } from './database.ts';

export interface CellQuery {
  readonly kind: CellKind;
  /** Of the cells that begin in one of these, the end not included. They must not overlap. */
  readonly ranges: readonly { readonly from: Date; readonly to: Date }[];
  /** Which of both severities is meant. */
  readonly severityBy: 'severity' | 'highestSeverity';
  /** Null for all; so are the values. */
  readonly severities: readonly Severity[] | null;
  readonly values: readonly string[] | null;
  readonly historical: boolean;
  /** The durations that are wanted: the sketches of others stay empty. */
  readonly durations: readonly DurationName[];
}

/** Cells that differ in nothing else are one. */
export interface ReadCell extends Pick<CellKey, 'start' | 'value' | 'severity'> {
  readonly figures: Figures;
}

/** The cells of one start, a text a column: a row each would cost the client ten times as much as reading them. */
interface PackedRow {
  readonly start: Date;
  readonly values: readonly string[];
  readonly severities: string;
  readonly counts: string;
  readonly lengths: string;
  readonly sketches: Uint8Array;
}

/** Reads cells in which there is something, by their starts in ascending order. */
export async function readCells(sql: SqlExecutor, query: CellQuery): Promise<ReadCell[]> {
  const { kind, ranges, severities: only, values, historical, durations } = query;
  if (ranges.length === 0) return [];
  const severity = sql(query.severityBy === 'severity' ? 'severity' : 'highest_severity');
  const sketches = durations.map((name) => sketchColumns[name]);
  const rows = await sql<PackedRow[]>`
    with merged as (
      select start, value, ${severity} as severity,
        concat_ws(' ', ${sql.unsafe(countNames.map((name) => `sum(${countColumns[name]})`).join(', '))}) as counts,
        ${sql.unsafe(sketches.length === 0 ? "array['']::bytea[]" : `array[${sketches.map((name) => `string_agg(${name}, '')`).join(', ')}]`)} as sketches
      from unnest(${momentArray(ranges.map(({ from }) => from))}::text::timestamptz[], ${momentArray(ranges.map(({ to }) => to))}::text::timestamptz[])
        as wanted(since, until)
        join metric_cell on kind = ${kind} and start >= since and start < until
      where opened > 0
        ${only === null ? sql`` : sql`and ${severity} = any(${[...only]}::text[]::severity[])`}
        ${values === null ? sql`` : sql`and value = any(${[...values]}::text[])`}
        ${historical ? sql`` : sql`and not historical`}
      group by 1, 2, 3)
    select start, json_agg(value) as values, string_agg(severity::text, ' ') as severities, string_agg(counts, ' ') as counts,
      string_agg((select string_agg(octet_length(sketch)::text, ' ') from unnest(sketches) as sketch), ' ') as lengths,
      string_agg((select string_agg(sketch, '') from unnest(sketches) as sketch), '') as sketches
    from merged group by start order by start`;
  return rows.flatMap((row) => unpacked(row, durations));
}

function momentArray(moments: readonly Date[]): string {
  return plainArray(moments.map((moment) => moment.toISOString()));
}

function unpacked(row: PackedRow, durations: readonly DurationName[]): ReadCell[] {
  const counts = row.counts.split(' ');
  const lengths = row.lengths.split(' ');
  const names = row.severities.split(' ');
  let count = 0;
  let length = 0;
  let from = 0;
  return row.values.map((value, place) => {
    const figures = emptyFigures();
    for (const name of countNames) figures.counts[name] = Number(counts[count++]);
    for (const name of durations) {
      const to = from + Number(lengths[length++]);
      figures.sketches[name].addEncoded(row.sketches.subarray(from, to));
      from = to;
    }
    const severity = severities.find((one) => one === names[place]) ?? 'LOW';
    return { start: row.start, value, severity, figures };
  });
}
