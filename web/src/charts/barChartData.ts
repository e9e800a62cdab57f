import type { Severity } from '../__generated__/operations.ts';

/** What a bar chart shows, and what its table reads out: one value per label in each series. */
export interface BarChartData {
  readonly labels: readonly string[];
  readonly series: readonly BarSeries[];
}

export interface BarSeries {
  readonly name: string;
  readonly values: readonly number[];
  /** One severity for the whole series, or one for each bar. */
  readonly severity: Severity | readonly Severity[];
}

/** The largest stack: what the axis must reach. */
export function largestStack(data: BarChartData): number {
  const totals = data.labels.map((_, index) =>
    data.series.reduce((total, series) => total + (series.values[index] ?? 0), 0),
  );
  return Math.max(0, ...totals);
}
