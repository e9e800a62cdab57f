import { formatCompact, formatCount, formatPercent } from '../components/formatNumber.ts';
import { Figure } from './Figure.tsx';
import { Panel } from './Panel.tsx';
import type { PanelProps } from './PanelProps.ts';

/** How many incidents, what became of them, and how much noise they stand for. */
export function CountsPanel({ metrics }: PanelProps) {
  const { opened, acknowledged, resolved, escalated, noise } = metrics;
  return (
    <Panel title="Incidents">
      <p className="flex items-baseline gap-2 text-28 font-semibold" title={`${formatCount(opened)} incidents opened`}>
        {formatCompact(opened)} <span className="text-12 font-normal text-muted">opened</span>
      </p>
      <dl className="flex flex-col gap-0.5">
        <Figure name="Acknowledged">{formatCompact(acknowledged)}</Figure>
        <Figure name="Resolved">{formatCompact(resolved)}</Figure>
        <Figure name="Escalated">{formatCompact(escalated)}</Figure>
      </dl>
      {noise.noiseRatio !== null && (
        <p
          className="mt-auto truncate text-12 text-muted"
          title="Signals received, and the share that opened no incident"
        >
          {formatCompact(noise.signals)} signals, {formatPercent(noise.noiseRatio)} noise
        </p>
      )}
    </Panel>
  );
}
