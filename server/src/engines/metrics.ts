/** Statistics of a duration, in seconds; all but `n` and `excluded` are null when `n` is 0, never 0. */
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

/** Statistics of durations in seconds, in any order. `excluded` is passed through. */
export function durationStats(seconds: readonly number[], excluded: number): DurationStats {
  const n = seconds.length;
  if (n === 0) {
    return { meanSeconds: null, p50Seconds: null, p90Seconds: null, p95Seconds: null, maxSeconds: null, n, excluded };
  }
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

/**
 * The percentile of ascending values by linear interpolation between the two nearest ranks, as Postgres' `percentile_cont` and
 * Hyndman and Fan's type 7. `values` must not be empty; `share` is 0 to 1.
 */
export function percentile(values: ArrayLike<number>, share: number): number {
  const rank = share * (values.length - 1);
  const below = values[Math.floor(rank)] ?? Number.NaN;
  const above = values[Math.ceil(rank)] ?? Number.NaN;
  return below + (above - below) * (rank - Math.floor(rank));
}

export interface NoiseTotals {
  readonly signals: number;
  /** Of these, those that were held back. */
  readonly suppressed: number;
  readonly alerts: number;
  readonly incidents: number;
  readonly notifications: number;
}

export interface NoiseLedger extends NoiseTotals {
  /** Null without incidents. */
  readonly signalsPerIncident: number | null;
  /** The share of signals that opened no incident, 0 to 1; null without signals. */
  readonly noiseRatio: number | null;
}

/** How much noise became how few incidents, for what was received in the same time. */
export function noiseLedger(totals: NoiseTotals): NoiseLedger {
  const { signals, incidents } = totals;
  return {
    ...totals,
    signalsPerIncident: incidents === 0 ? null : signals / incidents,
    noiseRatio: signals === 0 ? null : Math.max(0, 1 - incidents / signals),
  };
}
