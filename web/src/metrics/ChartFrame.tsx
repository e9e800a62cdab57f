import { clsx } from 'clsx';
import { type ReactNode, Suspense } from 'react';
import { Skeleton } from '../components/Skeleton.tsx';
import { FigureTableView } from './FigureTableView.tsx';
import type { FigureTable } from './figureTable.ts';

interface ChartFrameProps {
  readonly table: FigureTable;
  readonly isTable: boolean;
  /** What to say instead of an empty chart; undefined when there is something to show. */
  readonly empty: string | undefined;
  /** The chart; it fills the frame. */
  readonly children: ReactNode;
  /** Sets the height, which is the same in all states. */
  readonly className: string;
}

/** A chart, its table, or why there is none, in the same place. */
export function ChartFrame({ table, isTable, empty, children, className }: ChartFrameProps) {
  if (empty !== undefined) {
    return (
      <div className={clsx('grid place-items-center px-4 text-center text-13 text-balance text-muted', className)}>
        <p>{empty}</p>
      </div>
    );
  }
  if (isTable) {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      <section className={clsx('relative overflow-auto', className)} tabIndex={0} aria-label={table.caption}>
        <FigureTableView table={table} isHidden={false} />
      </section>
    );
  }
  return (
    <>
      <div className={clsx('relative min-w-0', className)}>
        {/* Chart.js measures its parent, which therefore must have a size without it. */}
        <div className="absolute inset-0">
          <Suspense fallback={<Skeleton className="size-full" />}>{children}</Suspense>
        </div>
      </div>
      {/* A table does not shrink below its content, so what hides it is around it. */}
      <div className="sr-only">
        <FigureTableView table={table} isHidden />
      </div>
    </>
  );
}
