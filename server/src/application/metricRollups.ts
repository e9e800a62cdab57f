import type { Logger } from 'pino';
import type { Sql, TransactionSql } from 'postgres';
import { type Cell, CellSums } from '../engines/metrics/cells.ts';
import { type CellDifference, compareCells } from '../engines/metrics/compareCells.ts';
import { measureOf } from '../engines/metrics/measure.ts';
import { addCells } from '../persistence/addCells.ts';
import { advisoryLocks } from '../persistence/advisoryLocks.ts';
import {
  areCellsBuilt,
  type CellWindow,
  deleteCellsOf,
  lockCells,
  nextWindow,
  noteCellsBuilt,
  noteCellsRebuilt,
  openedIn,
  readCellsOf,
} from '../persistence/cellWindows.ts';
import type { SqlExecutor } from '../persistence/database.ts';
import { readMeasuredIncidents } from '../persistence/measuredIncidents.ts';

export interface RollupCheck {
  readonly incidents: number;
  readonly cells: number;
  readonly differences: readonly CellDifference[];
}

const cellsAtOnce = 1_000;

/**
 * Recomputes the cells from the incidents, day by day in one snapshot of both, and answers with each difference. Nobody waits for it, and
 * what is written meanwhile is not looked at.
 */
export async function checkRollups(sql: Sql): Promise<RollupCheck> {
  return sql.begin('isolation level repeatable read read only', async (tx) => {
    let incidents = 0;
    let cells = 0;
    const differences: CellDifference[] = [];
    for await (const window of windowsOf(tx)) {
      const [stored, recomputed] = [await readCellsOf(tx, window), await recomputedCells(tx, window)];
      incidents += recomputed.incidents;
      cells += stored.length;
      differences.push(...compareCells(stored, recomputed.cells));
    }
    return { incidents, cells, differences };
  });
}

/**
 * Builds the cells anew from the incidents, a day a transaction, while servers go on: whoever changes an incident waits for the day that is
 * being built. Answers with the number of incidents.
 */
export async function rebuildRollups(sql: Sql): Promise<number> {
  let incidents = 0;
  for await (const window of windowsOf(sql)) {
    incidents += await sql.begin(async (tx) => {
      // Before anything is read: what others have written by then is committed, and what they write later they add to what is built here.
      await lockCells(tx);
      await deleteCellsOf(tx, window);
      const { incidents: count, cells } = await recomputedCells(tx, window);
      for (let from = 0; from < cells.length; from += cellsAtOnce) {
        await addCells(tx, cells.slice(from, from + cellsAtOnce));
      }
      return count;
    });
  }
  await noteCellsRebuilt(sql);
  return incidents;
}

/** Builds the cells of a database from before there were any: once, however many servers start at the same time. */
export async function buildRollupsOnce(sql: Sql, log: Logger): Promise<void> {
  if (await areCellsBuilt(sql)) return;
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${advisoryLocks.rollups})`;
    if (await areCellsBuilt(tx)) return;
    const incidents = await rebuildRollups(sql);
    await noteCellsBuilt(tx);
    if (incidents > 0) log.info({ incidents }, 'The rollups of the metrics have been built');
  });
}

async function* windowsOf(sql: SqlExecutor): AsyncGenerator<CellWindow> {
  let window = await nextWindow(sql, null);
  while (window !== null) {
    yield window;
    window = await nextWindow(sql, window.to);
  }
}

async function recomputedCells(
  sql: Sql | TransactionSql,
  window: CellWindow,
): Promise<{ readonly incidents: number; readonly cells: Cell[] }> {
  const incidents = await readMeasuredIncidents(sql, openedIn(window));
  const sums = new CellSums();
  for (const incident of incidents) sums.add(measureOf(incident));
  return { incidents: incidents.length, cells: sums.filled };
}
