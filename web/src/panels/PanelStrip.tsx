import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { Skeleton } from '../components/Skeleton.tsx';
import { RangeChoice } from './RangeChoice.tsx';
import { defaultRange, type RangeName } from './range.ts';
import { panelKinds, panels } from './registry.ts';
import { usePanelMetrics } from './usePanelMetrics.ts';

interface PanelStripProps {
  /** Give both to keep the range in the URL; without them the strip keeps it itself. */
  readonly range?: RangeName;
  readonly onRangeChange?: (range: RangeName) => void;
}

const columns = 'grid gap-3 sm:grid-cols-2 xl:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)_minmax(0,1fr)_minmax(0,2fr)]';

/** All panels over one range. On a phone they are folded away: whoever was woken needs the incidents first. */
export function PanelStrip({ range: givenRange, onRangeChange }: PanelStripProps) {
  const [ownRange, setOwnRange] = useState<RangeName>(defaultRange);
  const [isUnfolded, setIsUnfolded] = useState(false);
  const range = givenRange ?? ownRange;
  const { figures: metrics, isStale, error, retry } = usePanelMetrics(range);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-3">
        <button
          type="button"
          aria-expanded={isUnfolded}
          onClick={() => setIsUnfolded(!isUnfolded)}
          className="inline-flex h-6 items-center gap-1 text-13 font-semibold sm:hidden"
        >
          <ChevronDown size={14} aria-hidden="true" className={clsx(!isUnfolded && '-rotate-90')} />
          Figures
        </button>
        <span className="section-title hidden sm:inline">Figures</span>
        <RangeChoice range={range} onChange={onRangeChange ?? setOwnRange} />
      </div>
      <div className={clsx(!isUnfolded && 'max-sm:hidden')} aria-busy={isStale}>
        {metrics === undefined && error !== undefined ? (
          <FailureNotice title="The figures could not be loaded." error={error} onRetry={retry} />
        ) : (
          <div className={clsx(columns, isStale && metrics !== undefined && 'opacity-60')}>
            {panelKinds.map((kind) => {
              const PanelOfKind = panels[kind];
              if (metrics === undefined) return <Skeleton key={kind} className="h-[172px]" />;
              return <PanelOfKind key={kind} metrics={metrics} range={range} />;
            })}
          </div>
        )}
      </div>
    </div>
  );
}
