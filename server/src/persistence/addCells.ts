import type { TransactionSql } from 'postgres';
import type { Cell, CellKey } from '../engines/metrics/cells.ts';
import { countNames, durationNames } from '../engines/metrics/figures.ts';
import { cellKeys, cellsWithSketches, countColumns, sketchBytes, sketchColumns, wholeCells } from './cellColumns.ts';
import { type CellRow, cellOf } from './cellRow.ts';

/** Sketches that are longer than twice what they were when they were written last, and this, are written short again. */
const slackBytes = 1_024;

const keys = cellKeys.nameList;
const isKeyOf = (row: string) => cellKeys.names.map((name) => `cell.${name} = ${row}.${name}`).join(' and ');
const sketches = durationNames.map((name) => sketchColumns[name]);
const sums = countNames.map((name) => countColumns[name]).map((name) => `${name} = cell.${name} + excluded.${name}`);
const longer = sketches.map((name) => `${name} = cell.${name} || excluded.${name}`);

const addStatement = `
  with added as (
    insert into metric_cell as cell (${wholeCells.nameList}, compact_bytes)
    select ${wholeCells.nameList}, 0 from ${wholeCells.source} order by ${keys}
    on conflict (${keys}) do update set ${[...sums, ...longer].join(', ')}
    returning ${keys}, compact_bytes, ${sketchBytes('cell')} as sketch_bytes)
  select ${keys} from added where sketch_bytes > 2 * compact_bytes + ${slackBytes}`;

const readStatement = `select cell.* from ${cellKeys.source} join metric_cell as cell on ${isKeyOf('new')}`;

const shortenStatement = `
  update metric_cell as cell set ${sketches.map((name) => `${name} = new.${name}`).join(', ')},
    compact_bytes = ${sketchBytes('new')}
  from ${cellsWithSketches.source} where ${isKeyOf('new')}`;

/**
 * Adds to the figures of cells, in the order of their keys, which every writer keeps. Each key must be there once. Sketches grow by
 * appending, so that nothing has to be read; what has grown long is written short again in the same transaction.
 */
export async function addCells(tx: TransactionSql, cells: readonly Cell[]): Promise<void> {
  if (cells.length === 0) return;
  const grown = await tx.unsafe<CellKey[]>(addStatement, wholeCells.parameters(cells), { prepare: true });
  if (grown.length === 0) return;
  const rows = await tx.unsafe<CellRow[]>(readStatement, cellKeys.parameters(grown), { prepare: true });
  await tx.unsafe(shortenStatement, cellsWithSketches.parameters(rows.map(cellOf)), { prepare: true });
}
