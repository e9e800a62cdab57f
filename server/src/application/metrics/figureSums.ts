import type { Severity } from '../../domain/severity.ts';
import { emptyFigures, type Figures } from '../../engines/metrics/figures.ts';
import { sumOfFigures } from '../../engines/metrics/lazyFigures.ts';
import { addMeasure, type Measure } from '../../engines/metrics/measure.ts';
import type { Effect } from '../../engines/metrics/pieces.ts';
import type { FigureRow } from './figureGroup.ts';

interface SumRow extends Omit<FigureRow, 'figures'> {
  readonly parts: (readonly [figures: Figures, times: 1 | -1])[];
  /** Of incidents that were read one by one; null while there are none. */
  own: Figures | null;
}

/** Adds figures up by bucket, key and severity, and takes away what belongs to another bucket. */
export class FigureSums {
  readonly #rows = new Map<string, SumRow>();

  addFigures(figures: Figures, severity: Severity, key: string | null, effects: readonly Effect[]): void {
    for (const { bucket, times } of effects) this.#rowOf(bucket, severity, key).parts.push([figures, times]);
  }

  addMeasure(measure: Measure, severity: Severity, key: string | null, effects: readonly Effect[]): void {
    for (const { bucket, times } of effects) {
      const row = this.#rowOf(bucket, severity, key);
      if (row.own === null) {
        row.own = emptyFigures();
        row.parts.push([row.own, 1]);
      }
      addMeasure(row.own, measure, times);
    }
  }

  /** Those with incidents. */
  rows(): FigureRow[] {
    const found: FigureRow[] = [];
    for (const { bucket, key, severity, parts } of this.#rows.values()) {
      const [[only, times] = [], another] = parts;
      const figures = only !== undefined && times === 1 && another === undefined ? only : sumOfFigures(parts);
      if (figures.counts.opened !== 0) found.push({ bucket, key, severity, figures });
    }
    return found;
  }

  #rowOf(bucket: number, severity: Severity, key: string | null): SumRow {
    const name = `${bucket} ${severity} ${key === null ? '' : `=${key}`}`;
    const known = this.#rows.get(name);
    if (known !== undefined) return known;
    const row = { bucket, key, severity, parts: [], own: null };
    this.#rows.set(name, row);
    return row;
  }
}
