import { formatDuration } from '../components/formatDuration.ts';
import { Skeleton } from '../components/Skeleton.tsx';
import { Sparkline } from '../components/Sparkline.tsx';
import { SummaryCell } from './SummaryCell.tsx';

interface DurationCellProps {
  readonly label: string;
  readonly isLoading: boolean;
  readonly seconds: number | null | undefined;
  readonly before: number | null | undefined;
  /** By the hour, null where there was nothing to measure. */
  readonly course: readonly (number | null)[];
  /** What it means when there is no figure. */
  readonly none: string;
}

/** A mean duration of today, with its change against yesterday and its course over the day. */
export function DurationCell({ label, isLoading, seconds, before, course, none }: DurationCellProps) {
  if (isLoading) {
    return (
      <SummaryCell label={label}>
        <Skeleton className="h-5 w-16" />
      </SummaryCell>
    );
  }
  if (seconds === null || seconds === undefined) {
    return (
      <SummaryCell label={label} hint={none}>
        <span aria-hidden="true">–</span>
        <span className="sr-only">{none}</span>
      </SummaryCell>
    );
  }
  const hasCourse = course.filter((value) => value !== null).length > 1;
  return (
    <SummaryCell
      label={label}
      aside={
        hasCourse && (
          <Sparkline
            kind="line"
            values={course}
            width={64}
            height={20}
            label={`${label} by the hour`}
            className="mb-0.5 text-muted max-lg:hidden xl:max-[85rem]:hidden"
          />
        )
      }
    >
      {formatDuration(seconds)}
      {before !== null && before !== undefined && before > 0 && <Change share={seconds / before - 1} />}
    </SummaryCell>
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
