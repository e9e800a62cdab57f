import { clsx } from 'clsx';
import { ArrowDown, ArrowUp, Equal } from 'lucide-react';
import { formatCompact, formatPercent } from '../components/formatNumber.ts';

interface ChangeMarkProps {
  /** As a share of what it was: 0.25 is a quarter more. Null where there is nothing to compare with. */
  readonly change: number | null | undefined;
  /** The words for more and for less. */
  readonly words: readonly [more: string, less: string];
  /** What more of it means. */
  readonly more: 'worse' | 'neutral';
  /** What it was before, in words. */
  readonly before: string | undefined;
  readonly className?: string;
}

/** Below this share nothing is said to have changed. */
const least = 0.005;
/** Above, it is said how many times as much. */
const most = 9.99;

/** How a figure has changed since the range before: by an arrow and a word, never by a colour alone. */
export function ChangeMark({ change, words, more, before, className }: ChangeMarkProps) {
  if (change === null || change === undefined) {
    return (
      <span className={clsx('inline-flex h-5 items-center text-12 text-muted', className)}>
        {before === undefined ? 'none before' : `was ${before}`}
      </span>
    );
  }
  const isSame = Math.abs(change) < least;
  const isMore = change > 0;
  const Arrow = isSame ? Equal : isMore ? ArrowUp : ArrowDown;
  const meaning = isSame || more === 'neutral' ? undefined : isMore ? 'worse' : 'better';
  const share =
    change > most
      ? `${formatCompact(Math.round(change))} times`
      : formatPercent(Math.round(Math.abs(change) * 100) / 100);
  return (
    <span
      title={before === undefined ? undefined : `${before} in the range before`}
      className={clsx('inline-flex items-center gap-1 text-12 whitespace-nowrap', className)}
    >
      <span
        className={clsx(
          'inline-flex h-5 items-center gap-0.5 rounded-[4px] px-1',
          meaning === 'worse' ? 'font-semibold outline outline-text -outline-offset-1' : 'bg-hover',
        )}
      >
        <Arrow size={12} aria-hidden="true" strokeWidth={2.5} />
        {isSame ? 'as before' : `${share} ${isMore ? words[0] : words[1]}`}
      </span>
      {meaning !== undefined && <span className="sr-only">, {meaning}</span>}
      {before !== undefined && <span className="text-muted">was {before}</span>}
    </span>
  );
}
