import type { MeasuredDurationFragment } from '../__generated__/operations.ts';
import { formatDuration } from '../components/formatDuration.ts';
import { formatCompact } from '../components/formatNumber.ts';
import { BehindLink } from './BehindLink.tsx';
import type { DurationFigure } from './behindSearch.ts';

interface DurationFactsProps {
  readonly figure: DurationFigure;
  readonly stats: MeasuredDurationFragment;
}

const notApplicableWords = 'They can no longer get one, or one would mean nothing';

/** The percentiles of a duration, and how many incidents are in it and out of it. */
export function DurationFacts({ figure, stats }: DurationFactsProps) {
  const seconds = (value: number | null) => (value === null ? '–' : formatDuration(value));
  return (
    <div className="flex flex-col gap-2 border-y border-border py-2">
      <dl className="grid grid-cols-2 sm:grid-cols-[repeat(4,auto)] lg:max-xl:grid-cols-2 gap-2 text-13">
        {(
          [
            ['p50', stats.p50Seconds],
            ['p90', stats.p90Seconds],
            ['p95', stats.p95Seconds],
            ['max', stats.maxSeconds],
          ] as const
        ).map(([name, value]) => (
          <div key={name} className="min-w-0">
            <dt className="text-12 text-muted">{name}</dt>
            <dd className="truncate font-semibold" title={seconds(value)}>
              {value === null ? '–' : <BehindLink behind={{ figure, status: 'recorded' }}>{seconds(value)}</BehindLink>}
            </dd>
          </div>
        ))}
      </dl>
      <p className="-my-1 flex flex-wrap gap-x-3 text-12 text-muted">
        <BehindLink behind={{ figure, status: 'recorded' }} className="py-1">
          n <b className="font-semibold text-text">{formatCompact(stats.n)}</b>
        </BehindLink>
        <BehindLink behind={{ figure, status: 'pending' }} className="py-1">
          <b className="font-semibold text-text">{formatCompact(stats.pending)}</b> pending
        </BehindLink>
        <BehindLink behind={{ figure, status: 'notApplicable' }} className="py-1">
          <b className="font-semibold text-text">{formatCompact(stats.notApplicable)}</b>{' '}
          <span title={notApplicableWords}>not applicable</span>
        </BehindLink>
      </p>
    </div>
  );
}
