import type { TransactionSql } from 'postgres';
import { type Cell, cellKinds } from '../engines/metrics/cells.ts';
import { type CellRow, cellOf } from './cellRow.ts';
import type { SqlExecutor } from './database.ts';
import type { IncidentSelection } from './incidentSelection.ts';

/** One UTC day, of which an incident's opening is in one window only: `to` is not in it. */
export interface CellWindow {
  readonly from: Date;
  readonly to: Date;
}

const dayMs = 86_400_000;

/** The first day, from a moment on if one is given, that has an incident or a cell; null when there is none. */
export async function nextWindow(sql: SqlExecutor, from: Date | null): Promise<CellWindow | null> {
  const since = sql`coalesce(${from}::timestamptz, '-infinity')`;
  const [row] = await sql<{ first: Date | null }[]>`
    select least(
      (select min(opened_at) from incident where opened_at >= ${since}),
      (select min(first) from unnest(enum_range(null::metric_cell_kind)) as every(kind), lateral (
        select min(start) as first from metric_cell where metric_cell.kind = every.kind and start >= ${since}) as firsts)) as first`;
  if (row === undefined || row.first === null) return null;
  const start = new Date(Math.floor(row.first.getTime() / dayMs) * dayMs);
  return { from: start, to: new Date(start.getTime() + dayMs) };
}

/** All incidents that were opened in a window. */
export function openedIn(window: CellWindow): IncidentSelection {
  const unfiltered = { severity: null, service: null, source: null, responder: null, label: [], narrowed: [] };
  return { opened: window, ...unfiltered, historical: true, attribution: 'AT_RESOLUTION' };
}

/** The cells of a window as they are stored. */
export async function readCellsOf(sql: SqlExecutor, { from, to }: CellWindow): Promise<Cell[]> {
  const rows = await sql<CellRow[]>`
    select * from metric_cell where kind = any(${[...cellKinds]}::text[]::metric_cell_kind[]) and start >= ${from} and start < ${to}`;
  return rows.map(cellOf);
}

export async function deleteCellsOf(tx: TransactionSql, { from, to }: CellWindow): Promise<void> {
  await tx`
    delete from metric_cell where kind = any(${[...cellKinds]}::text[]::metric_cell_kind[]) and start >= ${from} and start < ${to}`;
}

/** Keeps everybody from changing cells until the transaction ends; who reads them goes on. */
export async function lockCells(tx: TransactionSql): Promise<void> {
  await tx`lock table metric_cell in share row exclusive mode`;
}

/** Whether the cells of what was there before there were cells have been built. */
export async function areCellsBuilt(sql: SqlExecutor): Promise<boolean> {
  const [row] = await sql<{ built: boolean }[]>`select exists (select from metric_build) as built`;
  return row?.built === true;
}

export async function noteCellsBuilt(sql: SqlExecutor): Promise<void> {
  await sql`insert into metric_build (id, built_at, checked_at) values (1, now(), now())`;
}

/** Servers forget what they have read of the cells. */
export async function noteCellsRebuilt(sql: SqlExecutor): Promise<void> {
  await sql`update metric_build set built_at = clock_timestamp()`;
}

/** When the cells were last compared with the incidents; null when they never were. */
export async function whenCellsWereChecked(sql: SqlExecutor): Promise<Date | null> {
  const [row] = await sql<{ checkedAt: Date | null }[]>`select checked_at from metric_build`;
  return row?.checkedAt ?? null;
}

export async function noteCellsChecked(sql: SqlExecutor, at: Date): Promise<void> {
  await sql`update metric_build set checked_at = ${at}`;
}
