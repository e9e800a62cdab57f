import type { NewSignal } from '../domain/signal.ts';
import type { Policy } from './policy.ts';

/** One reading: ms since the epoch, then a value for each metric of the policy's `seed.metrics`, null where it was not given. */
export type WindowRow = readonly [atMs: number, ...values: (number | null)[]];

/** The readings of the trailing window, oldest first. */
export interface WindowBaseline {
  readonly kind: 'window';
  readonly rows: readonly WindowRow[];
}

export interface WindowStatistics {
  readonly readings: number;
  readonly mean: number;
  /** Of the sample: n − 1. 0 for fewer than two readings. */
  readonly sd: number;
}

/**
 * The window with one more reading. One that is older than the window reaches back has no place in it; when it is historical a replay has
 * begun again, and the window with it.
 */
export function withReading(
  state: WindowBaseline | null,
  signal: Pick<NewSignal, 'metrics' | 'historical'>,
  atMs: number,
  policy: Policy,
): WindowBaseline {
  const { windowMinutes, maximumReadings } = policy.baseline;
  const row = rowOf(signal, atMs, policy);
  const rows = state?.rows ?? [];
  const newestMs = Math.max(atMs, rows.at(-1)?.[0] ?? atMs);
  const oldestMs = newestMs - windowMinutes * 60_000;
  if (atMs < oldestMs) return signal.historical ? { kind: 'window', rows: [row] } : { kind: 'window', rows };
  let first = 0;
  while (first < rows.length && (rows[first]?.[0] ?? 0) < oldestMs) first += 1;
  const kept = rows.slice(Math.max(first, rows.length + 1 - maximumReadings));
  let place = kept.length;
  while (place > 0 && (kept[place - 1]?.[0] ?? 0) > atMs) place -= 1;
  kept.splice(place, 0, row);
  return { kind: 'window', rows: kept };
}

/** The rows that the window behind a moment holds, a reading at the moment itself included. */
export function rowsBefore(state: WindowBaseline, atMs: number, policy: Policy): readonly WindowRow[] {
  const fromMs = atMs - policy.baseline.windowMinutes * 60_000;
  const { rows } = state;
  const newest = rows.at(-1)?.[0] ?? atMs;
  if (newest <= atMs && (rows[0]?.[0] ?? atMs) >= fromMs) return rows;
  return rows.filter(([rowAtMs]) => rowAtMs >= fromMs && rowAtMs <= atMs);
}

/** Mean and sample standard deviation of a column, counted from 1; in two passes, since one pass cancels when sd ≪ mean. */
export function statisticsOf(rows: readonly WindowRow[], column: number): WindowStatistics {
  let readings = 0;
  let sum = 0;
  for (const row of rows) {
    const value = row[column];
    if (typeof value !== 'number') continue;
    readings += 1;
    sum += value;
  }
  if (readings === 0) return { readings, mean: 0, sd: 0 };
  const mean = sum / readings;
  let squares = 0;
  for (const row of rows) {
    const value = row[column];
    if (typeof value === 'number') squares += (value - mean) ** 2;
  }
  return { readings, mean, sd: readings < 2 ? 0 : Math.sqrt(squares / (readings - 1)) };
}

function rowOf(signal: Pick<NewSignal, 'metrics'>, atMs: number, policy: Policy): WindowRow {
  return [atMs, ...policy.seed.metrics.map((name) => readingOf(signal, name))];
}

/** + 0 makes −0 a 0: JSON knows no −0. */
function readingOf(signal: Pick<NewSignal, 'metrics'>, name: string): number | null {
  const reading = signal.metrics.find((metric) => metric.name === name);
  return reading === undefined ? null : reading.value + 0;
}
