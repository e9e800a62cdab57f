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
