import { clsx } from 'clsx';
import { CircleCheck, Siren } from 'lucide-react';
import { memo } from 'react';
import { formatCompact, formatPercent } from '../components/formatNumber.ts';
import { Skeleton } from '../components/Skeleton.tsx';
import { useLive } from '../live/LiveContext.tsx';
import { DurationCell } from './DurationCell.tsx';
import { SeverityFilter } from './SeverityFilter.tsx';
import { SummaryCell } from './SummaryCell.tsx';
import { useSignalRate } from './useSignalRate.ts';
import { useTodayFigures } from './useTodayFigures.ts';

/** Is something wrong, how bad, and are we getting better: one line, or a few on a narrow screen. */
export const SystemSummary = memo(function SystemSummary() {
  const { today, before, rateBefore, course } = useTodayFigures();
  const rate = useSignalRate(today?.noise.signals, rateBefore);
  return (
    <section
      aria-label="Summary"
      className="surface flex flex-wrap items-stretch gap-x-5 gap-y-1 px-3 py-2 xl:flex-nowrap"
    >
      <SystemLine />
      <SeverityFilter />
      <div className="grid grid-cols-2 items-center gap-x-4 gap-y-2 max-sm:w-full sm:ml-auto sm:flex sm:flex-wrap sm:gap-x-6 xl:shrink-0 xl:flex-nowrap">
        <DurationCell
          label="MTTA today"
          isLoading={today === undefined}
          seconds={today?.mtta.meanSeconds}
          before={before?.mtta.meanSeconds}
          course={course.map(({ mtta }) => mtta.meanSeconds)}
          none="No incident was acknowledged today."
        />
        <DurationCell
          label="MTTR today"
          isLoading={today === undefined}
          seconds={today?.mttr.meanSeconds}
          before={before?.mttr.meanSeconds}
          course={course.map(({ mttr }) => mttr.meanSeconds)}
          none="No incident was resolved today."
        />
        <SummaryCell label="Signals" hint="Signals a second, over the last half minute.">
          {rate === null ? <Skeleton className="h-5 w-10" /> : rate >= 100 ? formatCompact(Math.round(rate)) : rate}
          {rate !== null && <span className="ml-1 text-12 font-normal text-muted">/s</span>}
        </SummaryCell>
        <SummaryCell label="Noise today" hint="The share of signals that opened no incident.">
          {today === undefined ? (
            <Skeleton className="h-5 w-16" />
          ) : (
            <>
              {today.noise.noiseRatio === null ? '–' : formatPercent(today.noise.noiseRatio)}
              <span className="ml-1.5 text-12 font-normal text-muted max-sm:hidden">
                {formatCompact(today.noise.signals)} → {formatCompact(today.noise.incidents)}
              </span>
            </>
          )}
        </SummaryCell>
      </div>
    </section>
  );
});

function SystemLine() {
  const system = useLive((state) => state.system);
  if (system === null) return <Skeleton className="my-2 h-5 w-40" />;
  const Icon = system.escalationActive ? Siren : CircleCheck;
  return (
    <p className="flex min-w-0 items-center gap-2 text-16 font-semibold xl:min-w-36">
      <Icon
        size={18}
        aria-hidden="true"
        className={clsx('shrink-0', system.escalationActive ? 'text-critical-text' : 'text-muted')}
      />
      {/* All of it in the height of the figures beside it, and the largest text of the board. */}
      <span className={clsx(system.escalationActive && 'xl:leading-tight xl:text-balance')}>{system.message}</span>
    </p>
  );
}
