import type { Severity } from '../__generated__/operations.ts';
import { severities, severityWord } from '../components/severity.ts';
import type { BarChartData } from './barChartData.ts';

/** Incidents by severity as one series, worst first, severities without incidents as 0 so that bars keep their place. */
export function severityData(
  counts: readonly { readonly severity: Severity; readonly opened: number }[],
): BarChartData {
  return {
    labels: severities.map((severity) => severityWord[severity]),
    series: [
      {
        name: 'Incidents',
        values: severities.map((severity) => counts.find((count) => count.severity === severity)?.opened ?? 0),
        severity: severities,
      },
    ],
  };
}
