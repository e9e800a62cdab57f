import type { PanelDurationFragment } from '../__generated__/operations.ts';
import { formatDuration } from '../components/formatDuration.ts';
import { formatCompact } from '../components/formatNumber.ts';
import { Figure } from './Figure.tsx';
import { Panel } from './Panel.tsx';
import type { PanelProps } from './PanelProps.ts';

interface ResponseTimeProps {
  readonly name: 'MTTA' | 'MTTR';
  readonly longName: string;
  readonly stats: PanelDurationFragment;
  /** What to say in place of figures when there are none. */
  readonly empty: string;
}

function ResponseTime({ name, longName, stats, empty }: ResponseTimeProps) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <h3 className="text-12 text-muted">
        <abbr title={longName} className="no-underline">
          {name}
        </abbr>
      </h3>
      {stats.meanSeconds === null ? (
        <p className="text-13 text-muted text-balance">{empty}</p>
      ) : (
        <>
          <p className="truncate text-16 leading-[1.625rem] font-semibold min-[85rem]:text-20">
            {formatDuration(stats.meanSeconds)}
          </p>
          <dl className="flex flex-col gap-0.5">
            <Figure name="p50">{stats.p50Seconds === null ? '–' : formatDuration(stats.p50Seconds)}</Figure>
            <Figure name="p90">{stats.p90Seconds === null ? '–' : formatDuration(stats.p90Seconds)}</Figure>
            <Figure name="n">
              {formatCompact(stats.n)}
              <span className="font-normal text-muted"> of {formatCompact(stats.n + stats.excluded)}</span>
            </Figure>
          </dl>
        </>
      )}
    </div>
  );
}

/** How fast people respond. Where nothing was measured it says so: 0 would be a claim. */
export function ResponsePanel({ metrics }: PanelProps) {
  return (
    <Panel title="Response">
      <div className="grid flex-1 grid-cols-2 gap-4">
        <ResponseTime
          name="MTTA"
          longName="Mean time to acknowledge"
          stats={metrics.mtta}
          empty="No incident was acknowledged in this range."
        />
        <ResponseTime
          name="MTTR"
          longName="Mean time to resolve"
          stats={metrics.mttr}
          empty="No incident was resolved in this range."
        />
      </div>
    </Panel>
  );
}
