import { useMemo } from 'react';
import { Chart } from 'react-chartjs-2';
import type { BarChartData } from './barChartData.ts';
import { barChartData, barChartOptions } from './barChartOptions.ts';
import { registerCharts } from './registerCharts.ts';
import { useChartTheme } from './useChartTheme.ts';

registerCharts();

export interface BarChartProps {
  readonly data: BarChartData;
  /** What a screen reader says for the picture; the figures are in the table beside it. */
  readonly label: string;
  readonly unit?: string;
  readonly horizontal?: boolean;
}

/** Fills its parent. Load it through `LazyBarChart`, so that the board paints without waiting for chart.js. */
export function BarChart({ data, label, unit = '', horizontal = false }: BarChartProps) {
  const theme = useChartTheme();
  const chartData = useMemo(() => barChartData(data, theme), [data, theme]);
  const options = useMemo(() => barChartOptions(theme, { horizontal, unit }), [theme, horizontal, unit]);
  return <Chart type="bar" data={chartData} options={options} role="img" aria-label={label} />;
}
