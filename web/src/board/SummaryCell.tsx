import type { ReactNode } from 'react';

interface SummaryCellProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly children: ReactNode;
  /** Beside the figure. */
  readonly aside?: ReactNode;
}

/** A figure of the summary under its name. */
export function SummaryCell({ label, hint, children, aside }: SummaryCellProps) {
  return (
    <div className="flex min-h-9 items-end gap-2" title={hint}>
      <div>
        <p className="text-12 text-muted">{label}</p>
        <div className="flex items-baseline text-14 font-semibold whitespace-nowrap">{children}</div>
      </div>
      {aside}
    </div>
  );
}
