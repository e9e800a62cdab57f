import { CircleCheck, Siren } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatDuration } from '../components/formatDuration.ts';
import { formatCompact, formatPercent } from '../components/formatNumber.ts';
import { Skeleton } from '../components/Skeleton.tsx';
import { useLive } from '../live/LiveContext.tsx';
import { SeverityFilter } from './SeverityFilter.tsx';
import { useTodayFigures } from './useTodayFigures.ts';

/** Is something wrong, how bad, and are we getting better: one line, or a few on a narrow screen. */
export function SystemSummary() {
  const { today, before } = useTodayFigures();
  return (
    <section aria-label="Summary" className="surface flex flex-wrap items-stretch gap-x-5 gap-y-1 px-3 py-2">
      <SystemLine />
      <SeverityFilter />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 sm:ml-auto sm:gap-x-5">
        <Figure
          label="MTTA today"
          isLoading={today === undefined}
          seconds={today?.mtta.meanSeconds}
          before={before?.mtta.meanSeconds}
          none="No incident was acknowledged today."
        />
        <Figure
          label="MTTR today"
          isLoading={today === undefined}
          seconds={today?.mttr.meanSeconds}
          before={before?.mttr.meanSeconds}
          none="No incident was resolved today."
        />
        <Cell label="Noise today" hint="The share of signals that opened no incident.">
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
        </Cell>
      </div>
    </section>
  );
}

function SystemLine() {
  const system = useLive((state) => state.system);
  if (system === null) return <Skeleton className="my-2 h-5 w-40" />;
  const Icon = system.escalationActive ? Siren : CircleCheck;
  return (
    <p className="flex items-center gap-2 text-16 font-semibold">
      <Icon size={18} aria-hidden="true" className={system.escalationActive ? 'text-critical-text' : 'text-muted'} />
      {system.message}
    </p>
  );
}

interface FigureProps {
  readonly label: string;
  readonly isLoading: boolean;
  readonly seconds: number | null | undefined;
  readonly before: number | null | undefined;
  /** What it means when there is no figure. */
  readonly none: string;
}

function Figure({ label, isLoading, seconds, before, none }: FigureProps) {
  if (isLoading) {
    return (
      <Cell label={label}>
        <Skeleton className="h-5 w-16" />
      </Cell>
    );
  }
  if (seconds === null || seconds === undefined) {
    return (
      <Cell label={label} hint={none}>
        <span aria-hidden="true">–</span>
        <span className="sr-only">{none}</span>
      </Cell>
    );
  }
  return (
    <Cell label={label}>
      {formatDuration(seconds)}
      {before !== null && before !== undefined && before > 0 && <Change share={seconds / before - 1} />}
    </Cell>
  );
}

/** Against yesterday. Shorter is better; words say it, because an arrow alone does not. */
function Change({ share }: { readonly share: number }) {
  const percent = Math.round(Math.abs(share) * 100);
  const word = share <= 0 ? 'shorter' : 'longer';
  return (
    <span className="ml-1.5 text-12 font-normal text-muted" title={`${percent}% ${word} than yesterday`}>
      <span aria-hidden="true">{share <= 0 ? '↓' : '↑'} </span>
      {percent > 999 ? '>999' : percent}%<span className="sr-only"> {word} than yesterday</span>
    </span>
  );
}

interface CellProps {
  readonly label: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

function Cell({ label, hint, children }: CellProps) {
  return (
    <div className="flex min-h-9 flex-col justify-center" title={hint}>
      <p className="text-12 text-muted">{label}</p>
      <div className="flex items-baseline text-14 font-semibold whitespace-nowrap">{children}</div>
    </div>
  );
}
