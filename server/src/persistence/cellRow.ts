import type { Cell, CellKey } from '../engines/metrics/cells.ts';
import {
  type CountName,
  countNames,
  type DurationName,
  durationNames,
  emptyFigures,
} from '../engines/metrics/figures.ts';

/** A cell as it is stored. The client gives large integers as text. */
export type CellRow = CellKey &
  Readonly<Record<CountName, number | string>> &
  Readonly<Record<SketchField, Uint8Array>>;

type SketchField = `${DurationName}Sketch`;

export function cellOf(row: CellRow): Cell {
  const { kind, start, value, severity, highestSeverity, historical } = row;
  const figures = emptyFigures();
  for (const name of countNames) figures.counts[name] = Number(row[name]);
  for (const name of durationNames) figures.sketches[name].addEncoded(row[`${name}Sketch`]);
  return { kind, start, value, severity, highestSeverity, historical, figures };
}
