import { clsx } from 'clsx';
import { type ReactNode, useId } from 'react';

interface PanelFrameProps {
  /** The name of the region. */
  readonly title: string;
  /** What the figures count, beside the title. */
  readonly unit?: string;
  /** At the right, for example a legend. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** The frame of a panel: a named region of a fixed least height, so that nothing moves when figures arrive. */
export function Panel({ title, unit, aside, children, className }: PanelFrameProps) {
  const titleId = useId();
  return (
    <section
      aria-labelledby={titleId}
      className={clsx('surface relative flex min-h-[172px] min-w-0 flex-col gap-2 p-3', className)}
    >
      <header className="flex flex-wrap items-baseline gap-x-2 text-12 text-muted">
        <h2 id={titleId} className="section-title">
          {title}
        </h2>
        {unit !== undefined && <span>{unit}</span>}
        {aside !== undefined && <span className="ml-auto">{aside}</span>}
      </header>
      {children}
    </section>
  );
}
