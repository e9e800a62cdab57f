import type { ChartOptions } from 'chart.js';
import { formatDuration } from '../components/formatDuration.ts';
import type { ChartTheme } from './chartTheme.ts';
import type { DurationSeries } from './durationChartData.ts';
import { durationStep } from './durationStep.ts';
import { tooltipOptions } from './tooltipOptions.ts';

interface DurationChartWords {
  /** The whole name of a point, above its figures. */
  readonly titles: readonly string[];
  /** Below its figures, for example how many incidents it is made of. */
  readonly footers: readonly string[];
}

export function durationChartOptions(
  series: DurationSeries,
  theme: ChartTheme,
  { titles, footers }: DurationChartWords,
): ChartOptions<'line'> {
  const ticks = { color: theme.muted, font: { family: theme.fontFamily, size: 11 }, maxRotation: 0 };
  const highest = Math.max(0, ...[...series.p95, ...series.mean].map((seconds) => seconds ?? 0));
  const step = durationStep(highest);
  return {
    // Values are pushed all the time: a moving chart would never stand still.
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    interaction: { mode: 'index', axis: 'x', intersect: false },
    scales: {
      x: {
        border: { color: theme.grid },
        grid: { display: false },
        ticks: { ...ticks, autoSkip: true, autoSkipPadding: 14 },
      },
      y: {
        beginAtZero: true,
        max: Math.max(step, Math.ceil(highest / step) * step),
        border: { display: false },
        grid: { color: theme.grid, drawTicks: false },
        ticks: { ...ticks, stepSize: step, padding: 6, callback: (value) => formatDuration(Number(value)) },
      },
    },
    plugins: {
      tooltip: {
        ...tooltipOptions(theme),
        filter: ({ raw }) => raw !== null,
        callbacks: {
          title: ([item]) => (item === undefined ? '' : (titles[item.dataIndex] ?? item.label)),
          label: ({ dataset, parsed }) => ` ${dataset.label ?? ''} ${formatDuration(parsed.y ?? 0)}`,
          footer: ([item]) => (item === undefined ? '' : (footers[item.dataIndex] ?? '')),
        },
      },
    },
  };
}
