import { type Severity, severities } from '../domain/severity.ts';
import type { CellKey, CellKind } from '../engines/metrics/cells.ts';
import { countNames, type DurationName, type Figures } from '../engines/metrics/figures.ts';
import { emptyCounts, encodedFigures } from '../engines/metrics/lazyFigures.ts';
import { plainArray } from './arrayLiteral.ts';
import { countColumns, sketchColumns } from './cellColumns.ts';
import type { SqlExecutor } from './database.ts';
import { edgeText } from './edgeText.ts';

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
export interface ReadCell extends Pick<CellKey, 'value' | 'severity'> {
  /** The place of the range that they begin in. */
  readonly range: number;
  readonly figures: Figures;
  /** How much memory the figures hold beside themselves. */
  readonly sketchBytes: number;
}

/** The cells of one range, a text a column: a row each would cost the client ten times as much as reading them. */
interface PackedRow {
  /** From 1. */
  readonly place: string;
  readonly values: readonly string[];
  readonly severities: string;
  /** For each cell the counts, then how long each sketch is. */
  readonly numbers: string;
  readonly sketches: Uint8Array;
}

/** Reads cells in which there is something, in the order of the ranges. */
export async function readCells(sql: SqlExecutor, query: CellQuery): Promise<ReadCell[]> {
  const { kind, ranges, severities: only, values, historical, durations } = query;
  if (ranges.length === 0) return [];
  const severity = sql(query.severityBy === 'severity' ? 'severity' : 'highest_severity');
  const merged = durations.map((name) => `string_agg(${sketchColumns[name]}, '')`);
  const numbers = [
    ...countNames.map((name) => `sum(${countColumns[name]})`),
    ...merged.map((sketch) => `octet_length(${sketch})`),
  ];
  const rows = await sql<PackedRow[]>`
    with merged as (
      select place, value, ${severity} as severity, concat_ws(' ', ${sql.unsafe(numbers.join(', '))}) as numbers,
        ${sql.unsafe(merged.length === 0 ? "''::bytea" : merged.join(' || '))} as sketches
      from unnest(${momentArray(ranges.map(({ from }) => from))}::text::timestamptz[], ${momentArray(ranges.map(({ to }) => to))}::text::timestamptz[])
        with ordinality as wanted(since, until, place)
        join metric_cell on kind = ${kind} and start >= since and start < until
      where opened > 0
        ${only === null ? sql`` : sql`and ${severity} = any(${[...only]}::text[]::severity[])`}
        ${values === null ? sql`` : sql`and value = any(${[...values]}::text[])`}
        ${historical ? sql`` : sql`and not historical`}
      group by 1, 2, 3)
    select place, json_agg(value) as values, string_agg(severity::text, ' ') as severities, string_agg(numbers, ' ') as numbers,
      string_agg(sketches, '') as sketches
    from merged group by place order by place`;
  return rows.flatMap((row) => unpacked(row, durations));
}

function momentArray(moments: readonly Date[]): string {
  return plainArray(moments.map(edgeText));
}

const nothing = [0, 0] as const;

function unpacked(
  { place, values, severities: names, numbers, sketches }: PackedRow,
  durations: readonly DurationName[],
) {
  const severitiesOf = names.split(' ');
  const counts = numbers.split(' ').map(Number);
  const range = Number(place) - 1;
  let at = 0;
  let from = 0;
  return values.map((value, cell): ReadCell => {
    const number = () => counts[at++] ?? 0;
    const found = emptyCounts();
    for (const name of countNames) found[name] = number();
    const places: Record<DurationName, readonly [number, number]> = {
      acknowledge: nothing,
      resolveByPeople: nothing,
      resolveByRule: nothing,
      firstResolve: nothing,
      respond: nothing,
    };
    const begin = from;
    for (const name of durations) {
      const to = from + number();
      places[name] = [from, to];
      from = to;
    }
    const severity = severities.find((one) => one === severitiesOf[cell]) ?? 'LOW';
    return { range, value, severity, figures: encodedFigures(found, sketches, places), sketchBytes: from - begin };
  });
}
