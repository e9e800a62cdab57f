import { clsx } from 'clsx';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  /** What to do about it, or why it is good. */
  readonly children?: ReactNode;
  readonly className?: string;
}

export function EmptyState({ title, children, className }: EmptyStateProps) {
  return (
    <div className={clsx('flex flex-col items-center gap-2 px-4 py-6 text-center', className)}>
      <p className="text-14 font-semibold text-balance">{title}</p>
      {children !== undefined && <div className="max-w-prose text-13 text-muted text-balance">{children}</div>}
    </div>
  );
}
