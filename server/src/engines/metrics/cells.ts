import { type Severity, severities } from '../../domain/severity.ts';
import { emptyFigures, type Figures, isEmpty } from './figures.ts';
import { addMeasure, changeMeasure, type Measure } from './measure.ts';

/** By what incidents are counted together, and how wide in time, by UTC. */
export const cellKinds = ['SERVICE_HOUR', 'SERVICE_DAY', 'SOURCE_DAY', 'RESPONDER_DAY'] as const;
export type CellKind = (typeof cellKinds)[number];

/** The incidents that were opened within one hour or day, and have the same of what figures are asked by. */
export interface CellKey {
  readonly kind: CellKind;
  /** When its hour or day begins. */
  readonly start: Date;
  /** The service, source or responder. */
  readonly value: string;
  readonly severity: Severity;
  readonly highestSeverity: Severity;
  readonly historical: boolean;
}

export interface Cell extends CellKey {
  readonly figures: Figures;
}

/** What changed of one incident: null where it was not there before. */
export interface MeasureChange {
  readonly before: Measure | null;
  readonly after: Measure;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The cells that an incident counts in. One that no person had in hand counts in none of a responder's. */
export function cellKeysOf(measure: Measure): CellKey[] {
  const { openedAtMs, service, source, responder, severity, highestSeverity, historical } = measure;
  const hour = startOf(openedAtMs, hourMs);
  const day = startOf(openedAtMs, dayMs);
  const keys: CellKey[] = [
    { kind: 'SERVICE_HOUR', start: hour, value: service, severity, highestSeverity, historical },
    { kind: 'SERVICE_DAY', start: day, value: service, severity, highestSeverity, historical },
    { kind: 'SOURCE_DAY', start: day, value: source, severity, highestSeverity, historical },
  ];
  if (responder !== null) {
    keys.push({ kind: 'RESPONDER_DAY', start: day, value: responder, severity, highestSeverity, historical });
  }
  return keys;
}

/** Cells by their keys, summed up from incidents. */
export class CellSums {
  readonly #cells = new Map<string, Cell>();

  /** Adds what an incident contributes to each of its cells; with −1, takes it away. */
  add(measure: Measure, times: 1 | -1 = 1): void {
    for (const key of cellKeysOf(measure)) addMeasure(this.of(key).figures, measure, times);
  }

  /** Changes what an incident contributes to its cells, which are the same before and after. */
  change(before: Measure, after: Measure): void {
    for (const key of cellKeysOf(after)) changeMeasure(this.of(key).figures, before, after);
  }

  /** The cell with a key, made where there is none. */
  of(key: CellKey): Cell {
    const name = cellName(key);
    const known = this.#cells.get(name);
    if (known !== undefined) return known;
    const { kind, start, value, severity, highestSeverity, historical } = key;
    const cell: Cell = { kind, start, value, severity, highestSeverity, historical, figures: emptyFigures() };
    this.#cells.set(name, cell);
    return cell;
  }

  /** Those in which something is left, those of a kind together. */
  get filled(): Cell[] {
    const filled = [...this.#cells.values()].filter(({ figures }) => !isEmpty(figures));
    return cellKinds.flatMap((kind) => filled.filter((cell) => cell.kind === kind));
  }
}

/** What the cells have to be changed by, each once, after incidents changed. */
export function changedCells(changes: readonly MeasureChange[]): Cell[] {
  const sums = new CellSums();
  for (const { before, after } of changes) {
    if (before === null) sums.add(after);
    else if (haveSameCells(before, after)) sums.change(before, after);
    else {
      sums.add(before, -1);
      sums.add(after);
    }
  }
  return sums.filled;
}

function haveSameCells(one: Measure, other: Measure): boolean {
  return (
    one.openedAtMs === other.openedAtMs &&
    one.service === other.service &&
    one.source === other.source &&
    one.responder === other.responder &&
    one.severity === other.severity &&
    one.highestSeverity === other.highestSeverity &&
    one.historical === other.historical
  );
}

/** The same for equal keys and no others. */
export function cellName({ kind, start, value, severity, highestSeverity, historical }: CellKey): string {
  const ranks = `${severities.indexOf(severity)}${severities.indexOf(highestSeverity)}`;
  return `${kind} ${start.getTime()} ${ranks}${historical ? 'h' : 'l'} ${value}`;
}

function startOf(ms: number, widthMs: number): Date {
  return new Date(Math.floor(ms / widthMs) * widthMs);
}
