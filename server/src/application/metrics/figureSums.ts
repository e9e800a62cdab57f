import type { Severity } from '../../domain/severity.ts';
import { addFigures, emptyFigures, type Figures } from '../../engines/metrics/figures.ts';
import { addMeasure, type Measure } from '../../engines/metrics/measure.ts';
import type { Effect } from '../../engines/metrics/pieces.ts';
import type { FigureRow } from './figureGroup.ts';

/** Adds figures up by bucket, key and severity, and takes away what belongs to another bucket. */
export class FigureSums {
  readonly #rows = new Map<string, FigureRow>();

  addFigures(figures: Figures, severity: Severity, key: string | null, effects: readonly Effect[]): void {
    for (const { bucket, times } of effects) addFigures(this.#figuresOf(bucket, severity, key), figures, times);
  }

  addMeasure(measure: Measure, severity: Severity, key: string | null, effects: readonly Effect[]): void {
    for (const { bucket, times } of effects) addMeasure(this.#figuresOf(bucket, severity, key), measure, times);
  }

  /** Those with incidents. */
  get rows(): FigureRow[] {
    return [...this.#rows.values()].filter(({ figures }) => figures.counts.opened !== 0);
  }

  #figuresOf(bucket: number, severity: Severity, key: string | null): Figures {
    const name = `${bucket} ${severity} ${key === null ? '' : `=${key}`}`;
    const known = this.#rows.get(name);
    if (known !== undefined) return known.figures;
    const figures = emptyFigures();
    this.#rows.set(name, { bucket, key, severity, figures });
    return figures;
  }
}
