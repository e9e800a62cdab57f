import { clsx } from 'clsx';
import { type ReactNode, useId } from 'react';

interface SectionProps {
  /** The name of the region. */
  readonly title: string;
  /** Beside the title, at the right. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
  readonly isBusy?: boolean;
}

/** A named region on a page, with its title above its surface. */
export function Section({ title, aside, children, className, isBusy = false }: SectionProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} aria-busy={isBusy} className="flex min-w-0 flex-col gap-2">
      <header className="flex items-baseline justify-between gap-3">
        <h2 id={titleId} className="section-title">
          {title}
        </h2>
        {aside !== undefined && <span className="text-12 text-muted">{aside}</span>}
      </header>
      <div className={clsx('surface', className)}>{children}</div>
    </section>
  );
}
