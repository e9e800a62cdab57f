import type { ChartData, ChartOptions } from 'chart.js';
import type { BarChartData, BarSeries } from './barChartData.ts';
import type { ChartTheme } from './chartTheme.ts';
import { tooltipOptions } from './tooltipOptions.ts';

interface BarChartLayout {
  readonly horizontal: boolean;
  /** What the values count, for example "incidents". */
  readonly unit: string;
}

function coloursOf(series: BarSeries, theme: ChartTheme): string | string[] {
  const { severity } = series;
  return typeof severity === 'string' ? theme.severity[severity] : severity.map((each) => theme.severity[each]);
}

export function barChartData(data: BarChartData, theme: ChartTheme): ChartData<'bar', number[], string> {
  return {
    labels: [...data.labels],
    datasets: data.series.map((series) => ({
      label: series.name,
      data: [...series.values],
      backgroundColor: coloursOf(series, theme),
      // A line of the surface's colour keeps the parts of a stack apart without relying on hue.
      borderColor: theme.surface,
      borderWidth: { top: 1 },
      borderSkipped: false,
      maxBarThickness: 28,
      categoryPercentage: 0.86,
      barPercentage: 0.96,
    })),
  };
}

export function barChartOptions(theme: ChartTheme, { horizontal, unit }: BarChartLayout): ChartOptions<'bar'> {
  const ticks = { color: theme.muted, font: { family: theme.fontFamily, size: 11 }, maxRotation: 0 };
  const values = {
    stacked: true,
    beginAtZero: true,
    suggestedMax: 4,
    border: { display: false },
    grid: { color: theme.grid, drawTicks: false },
    ticks: { ...ticks, precision: 0, maxTicksLimit: 4, padding: 6 },
  };
  const categories = {
    stacked: true,
    border: { color: theme.grid },
    grid: { display: false },
    ticks: { ...ticks, autoSkip: !horizontal, autoSkipPadding: 12 },
  };
  return {
    indexAxis: horizontal ? 'y' : 'x',
    // Values are pushed all the time: a moving chart would never stand still.
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    interaction: { mode: 'index', axis: horizontal ? 'y' : 'x', intersect: false },
    scales: horizontal ? { x: values, y: categories } : { x: categories, y: values },
    plugins: {
      tooltip: {
        ...tooltipOptions(theme),
        // The severity on top of the stack is on top of the list too; nothing is said about what did not happen.
        itemSort: (a, b) => b.datasetIndex - a.datasetIndex,
        filter: (item) => item.raw !== 0,
        callbacks: { label: (item) => ` ${item.dataset.label ?? ''}: ${item.formattedValue} ${unit}`.trimEnd() },
      },
    },
  };
}
