import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { type Behind, noBehind, writeBehind } from './behindSearch.ts';
import { useMetricsPage } from './MetricsContext.tsx';

interface BehindLinkProps {
  readonly behind: Behind;
  /** Where what it shows does not say what it opens. */
  readonly label?: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A figure that opens the incidents behind it. */
export function BehindLink({ behind, label, children, className }: BehindLinkProps) {
  const { search } = useMetricsPage();
  const { behind: _figure, at: _point, of: _part, hour: _hour, within: _within, ...rest } = search;
  return (
    <Link
      to="/metrics"
      search={{ ...rest, ...writeBehind(behind) } as never}
      resetScroll={false}
      preload={false}
      aria-label={label}
      className={clsx('rounded-[3px] text-inherit no-underline underline-offset-2 hover:underline', className)}
    >
      {children}
    </Link>
  );
}

/** Opens a list where no link can stand, for example from a chart. */
export function useOpenBehind(): (behind: Behind) => void {
  const { show } = useMetricsPage();
  return (behind) => show({ ...noBehind, ...writeBehind(behind) }, true);
}
