import { useMemo } from 'react';
import { type DurationSeries, durationChartData } from './durationChartData.ts';
import { durationChartOptions } from './durationChartOptions.ts';
import { InteractiveChart } from './InteractiveChart.tsx';
import { registerLineCharts } from './registerCharts.ts';
import { useChartTheme } from './useChartTheme.ts';

registerLineCharts();

interface DurationChartProps {
  readonly series: DurationSeries;
  /** The whole name of each point. */
  readonly titles: readonly string[];
  /** How many incidents each point is made of, in words. */
  readonly footers: readonly string[];
  readonly label: string;
  readonly pointTexts: readonly string[];
  readonly onOpen: (index: number) => void;
}

/** A duration over time; fills its parent. Load it lazily, so that the page paints without waiting for chart.js. */
export function DurationChart({ series, titles, footers, label, pointTexts, onOpen }: DurationChartProps) {
  const theme = useChartTheme();
  const data = useMemo(() => durationChartData(series, theme), [series, theme]);
  const options = useMemo(
    () => durationChartOptions(series, theme, { titles, footers }),
    [series, theme, titles, footers],
  );
  return (
    <InteractiveChart kind="line" data={data} options={options} label={label} pointTexts={pointTexts} onOpen={onOpen} />
  );
}
