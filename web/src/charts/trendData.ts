import type { Severity } from '../__generated__/operations.ts';
import { severities, severityWord } from '../components/severity.ts';
import type { BarChartData } from './barChartData.ts';

interface TrendPoint {
  /** RFC 3339. */
  readonly from: string;
  readonly bySeverity: readonly { readonly severity: Severity; readonly count: number }[];
}

/**
 * Incidents opened per bucket, one series per severity. LOW comes first, so that it lies at the bottom of the stack and the
 * worst is at its top. `label` writes the start of a bucket (milliseconds since 1970).
 */
export function trendData(points: readonly TrendPoint[], label: (fromMs: number) => string): BarChartData {
  return {
    labels: points.map((point) => label(Date.parse(point.from))),
    series: severities.toReversed().map((severity) => ({
      name: severityWord[severity],
      severity,
      values: points.map((point) => point.bySeverity.find((count) => count.severity === severity)?.count ?? 0),
    })),
  };
}
