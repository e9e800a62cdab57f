import { clsx } from 'clsx';
import type { ReactNode } from 'react';

interface PageFrameProps {
  readonly title: string;
  /** Beside the title, in small. */
  readonly note?: ReactNode;
  /** At the right of the title: what can be done here. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A page with its heading, as wide as text and tables are read well. */
export function PageFrame({ title, note, actions, children, className }: PageFrameProps) {
  return (
    <div className={clsx('mx-auto flex w-full max-w-[1280px] flex-col gap-4 p-4', className)}>
      <title>{`${title} · Vigil`}</title>
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="text-20 font-semibold">{title}</h1>
        {note !== undefined && <p className="text-13 text-muted">{note}</p>}
        {actions !== undefined && <div className="ml-auto flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
