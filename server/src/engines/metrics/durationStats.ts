import type { Sketch } from './sketch.ts';

/** Statistics of a duration, in seconds; all but `n` and the counts of what is left out are null when `n` is 0, never 0. */
export interface DurationStats {
  readonly meanSeconds: number | null;
  readonly p50Seconds: number | null;
  readonly p90Seconds: number | null;
  readonly p95Seconds: number | null;
  readonly maxSeconds: number | null;
  readonly n: number;
  /** How many were left out, because the moment that they need is not known. */
  readonly excluded: number;
}

const shares = [0.5, 0.9, 0.95, 1] as const;

/** Statistics of durations in seconds, in any order. `excluded` is passed through. */
export function durationStats(seconds: readonly number[], excluded: number): DurationStats {
  const n = seconds.length;
  if (n === 0) return nothing(excluded);
  const sorted = Float64Array.from(seconds).sort();
  return {
    meanSeconds: sorted.reduce((sum, one) => sum + one, 0) / n,
    p50Seconds: percentile(sorted, 0.5),
    p90Seconds: percentile(sorted, 0.9),
    p95Seconds: percentile(sorted, 0.95),
    maxSeconds: percentile(sorted, 1),
    n,
    excluded,
  };
}

/** The same of a sketch: the mean exact, the others within 1/128. */
export function sketchStats(sketch: Sketch, excluded: number): DurationStats {
  const n = sketch.count;
  if (n === 0) return nothing(excluded);
  const ranks: number[] = [];
  for (const share of shares) ranks.push(Math.floor(share * (n - 1)), Math.ceil(share * (n - 1)));
  const values = sketch.at(ranks);
  const seconds = (place: number) =>
    between(values[2 * place], values[2 * place + 1], (shares[place] ?? 0) * (n - 1)) / 1_000;
  return {
    meanSeconds: sketch.sumMs / n / 1_000,
    p50Seconds: seconds(0),
    p90Seconds: seconds(1),
    p95Seconds: seconds(2),
    maxSeconds: seconds(3),
    n,
    excluded,
  };
}

/**
 * The percentile of ascending values by linear interpolation between the two nearest ranks, as Postgres' `percentile_cont` and
 * Hyndman and Fan's type 7. `values` must not be empty; `share` is 0 to 1.
 */
export function percentile(values: ArrayLike<number>, share: number): number {
  const rank = share * (values.length - 1);
  return between(values[Math.floor(rank)], values[Math.ceil(rank)], rank);
}

function between(below = Number.NaN, above = Number.NaN, rank: number): number {
  return below + (above - below) * (rank - Math.floor(rank));
}

function nothing(excluded: number): DurationStats {
  const unknown = { meanSeconds: null, p50Seconds: null, p90Seconds: null, p95Seconds: null, maxSeconds: null };
  return { ...unknown, n: 0, excluded };
}
