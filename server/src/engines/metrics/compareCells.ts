import { type Cell, type CellKey, cellName } from './cells.ts';
import { countNames, durationNames, emptyFigures } from './figures.ts';
import type { Sketch } from './sketch.ts';

/** A figure of a cell that is not what the incidents say. */
export interface CellDifference {
  readonly cell: CellKey;
  readonly figure: string;
  readonly stored: string;
  readonly recomputed: string;
}

/** Compares cells figure by figure. A cell that is missing is one with nothing in it. Each key must be there once. */
export function compareCells(stored: readonly Cell[], recomputed: readonly Cell[]): CellDifference[] {
  const expected = new Map(recomputed.map((cell) => [cellName(cell), cell]));
  const found = new Map(stored.map((cell) => [cellName(cell), cell]));
  const missing = recomputed.filter((cell) => !found.has(cellName(cell)));
  return [
    ...stored.flatMap((cell) => differencesOf(cell, expected.get(cellName(cell)) ?? emptied(cell))),
    ...missing.flatMap((cell) => differencesOf(emptied(cell), cell)),
  ];
}

function differencesOf(stored: Cell, recomputed: Cell): CellDifference[] {
  const { figures: _, ...cell } = stored;
  const counts = countNames.map((name) => ({
    figure: name,
    stored: String(stored.figures.counts[name]),
    recomputed: String(recomputed.figures.counts[name]),
  }));
  const sketches = durationNames.map((name) => ({
    figure: `${name} durations`,
    stored: told(stored.figures.sketches[name]),
    recomputed: told(recomputed.figures.sketches[name]),
  }));
  return [...counts, ...sketches].filter((one) => one.stored !== one.recomputed).map((one) => ({ cell, ...one }));
}

function emptied({ figures: _, ...key }: Cell): Cell {
  return { ...key, figures: emptyFigures() };
}

/** All of a sketch, for people first: how many, their sum, and the bytes that tell equal sums apart. */
function told(sketch: Sketch): string {
  const bytes = Array.from(sketch.encoded(), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${sketch.count} of ${sketch.sumMs / 1_000} s together (${bytes})`;
}
