import { useMemo } from 'react';
import { LazyBarChart } from '../charts/LazyBarChart.tsx';
import { severityData } from '../charts/severityData.ts';
import { Panel } from './Panel.tsx';
import type { PanelProps } from './PanelProps.ts';
import { ranges } from './range.ts';

/** How bad the incidents of the range are. */
export function SeverityDistributionPanel({ metrics, range }: PanelProps) {
  const data = useMemo(() => severityData(metrics.bySeverity), [metrics.bySeverity]);
  return (
    <Panel title="Severity" unit="incidents opened">
      <LazyBarChart
        horizontal
        data={data}
        label={`Incidents by severity in ${ranges[range].words}`}
        labelHeading="Severity"
        className="min-h-[104px] flex-1"
      />
    </Panel>
  );
}
