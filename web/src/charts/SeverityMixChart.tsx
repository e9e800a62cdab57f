import { useMemo } from 'react';
import type { BarChartData } from './barChartData.ts';
import { barChartData, barChartOptions } from './barChartOptions.ts';
import { InteractiveChart } from './InteractiveChart.tsx';
import { registerCharts } from './registerCharts.ts';
import { useChartTheme } from './useChartTheme.ts';

registerCharts();

interface SeverityMixChartProps {
  readonly data: BarChartData;
  readonly label: string;
  readonly pointTexts: readonly string[];
  /** The place of the series is null where a point was chosen as a whole. */
  readonly onOpen: (index: number, series: number | null) => void;
}

/** Incidents over time, stacked by severity; fills its parent. */
export function SeverityMixChart({ data, label, pointTexts, onOpen }: SeverityMixChartProps) {
  const theme = useChartTheme();
  const chartData = useMemo(() => barChartData(data, theme), [data, theme]);
  const options = useMemo(() => barChartOptions(theme, { horizontal: false, unit: '' }), [theme]);
  return (
    <InteractiveChart
      kind="bar"
      data={chartData}
      options={options}
      label={label}
      pointTexts={pointTexts}
      onOpen={onOpen}
    />
  );
}
