import { useMemo } from 'react';
import { LazyBarChart } from '../charts/LazyBarChart.tsx';
import { trendData } from '../charts/trendData.ts';
import { bucketLabel, bucketWord } from './bucketLabel.ts';
import { Panel } from './Panel.tsx';
import type { PanelProps } from './PanelProps.ts';
import { ranges } from './range.ts';
import { SeverityLegend } from './SeverityLegend.tsx';

/** When incidents were opened, and how bad they were. */
export function TrendPanel({ metrics, range }: PanelProps) {
  const { bucket, words } = ranges[range];
  const data = useMemo(() => trendData(metrics.series, bucketLabel(bucket)), [metrics.series, bucket]);
  const unit = bucketWord[bucket];
  return (
    <Panel title="Trend" unit={`opened per ${unit}`} aside={<SeverityLegend />}>
      <LazyBarChart
        data={data}
        label={`Incidents opened per ${unit} in ${words}, by severity`}
        labelHeading={`From (each one ${unit})`}
        className="min-h-[104px] flex-1"
      />
    </Panel>
  );
}
