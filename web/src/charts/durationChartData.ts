import type { ChartData } from 'chart.js';
import type { ChartTheme } from './chartTheme.ts';

/** Statistics of a duration at each point, in seconds; null where nothing was measured. */
export interface DurationSeries {
  readonly labels: readonly string[];
  readonly mean: readonly (number | null)[];
  readonly p50: readonly (number | null)[];
  readonly p90: readonly (number | null)[];
  readonly p95: readonly (number | null)[];
}

/** Tokens are written as `#rrggbb`; a canvas takes two more digits for opacity. */
const translucent = (colour: string, share: number) =>
  `${colour}${Math.round(share * 255)
    .toString(16)
    .padStart(2, '0')}`;

/** The mean as a line over two bands: from the median to p90, and from there to p95. Nothing is drawn where nothing was measured. */
export function durationChartData(
  series: DurationSeries,
  theme: ChartTheme,
): ChartData<'line', (number | null)[], string> {
  const edge = { borderWidth: 0, pointRadius: 0, pointHoverRadius: 0, pointHitRadius: 0 };
  return {
    labels: [...series.labels],
    datasets: [
      {
        label: 'Mean',
        data: [...series.mean],
        borderColor: theme.text,
        backgroundColor: theme.text,
        borderWidth: 2,
        // A point between two without a measurement has no line to show it.
        pointRadius: series.mean.length > 45 ? 1 : 2,
        pointHoverRadius: 4,
      },
      {
        label: 'p50',
        data: [...series.p50],
        borderColor: theme.muted,
        backgroundColor: theme.muted,
        borderWidth: 1.5,
        borderDash: [3, 3],
        pointRadius: 0,
        pointHoverRadius: 3,
      },
      {
        ...edge,
        label: 'p90',
        data: [...series.p90],
        backgroundColor: translucent(theme.muted, 0.28),
        fill: { target: 1 },
      },
      {
        ...edge,
        label: 'p95',
        data: [...series.p95],
        backgroundColor: translucent(theme.muted, 0.13),
        fill: { target: 2 },
      },
    ],
  };
}
