import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import type { IncidentStatus } from '../__generated__/operations.ts';
import { statusWord } from './status.ts';

/** Filled, half, outline: how much of it is still to be done. Neutral, because hue belongs to severity. */
const shapes = {
  OPEN: <circle cx="8" cy="8" r="6.25" fill="currentColor" stroke="currentColor" strokeWidth="1.5" />,
  ACKNOWLEDGED: (
    <>
      <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 1.75a6.25 6.25 0 0 0 0 12.5z" fill="currentColor" />
    </>
  ),
  RESOLVED: <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
} as const satisfies Record<IncidentStatus, ReactElement>;

interface StatusProps {
  readonly status: IncidentStatus;
  readonly className?: string;
}

/** Decoration only: the word stands beside it, or the parent has a name. */
export function StatusIcon({ status, className }: StatusProps) {
  return (
    <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true" className={clsx('shrink-0', className)}>
      {shapes[status]}
    </svg>
  );
}

export function StatusBadge({ status, className }: StatusProps) {
  return (
    <span
      className={clsx(
        'inline-flex h-5 items-center gap-1.5 whitespace-nowrap text-12 font-semibold',
        status === 'RESOLVED' ? 'text-muted' : 'text-text',
        className,
      )}
    >
      <StatusIcon status={status} />
      {statusWord[status]}
    </span>
  );
}
