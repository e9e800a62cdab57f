import { Suspense } from 'react';
import { lazyPart } from '../components/lazyPart.ts';
import { Skeleton } from '../components/Skeleton.tsx';
import type { BarChartProps } from './BarChart.tsx';
import { ChartTable } from './ChartTable.tsx';

const BarChart = lazyPart(() => import('./BarChart.tsx').then(({ BarChart }) => BarChart));

interface LazyBarChartProps extends BarChartProps {
  /** What the first column of the table holds, for example "Hour". */
  readonly labelHeading: string;
  /** Sets the height: a chart fills it. */
  readonly className: string;
}

/** A bar chart of severities with its table for screen readers; chart.js comes in its own file, when first needed. */
export function LazyBarChart({ labelHeading, className, ...chart }: LazyBarChartProps) {
  return (
    <>
      <div className={`relative min-w-0 ${className}`}>
        {/* Chart.js measures its parent, which therefore must have a size without it. */}
        <div className="absolute inset-0">
          <Suspense fallback={<Skeleton className="size-full" />}>
            <BarChart {...chart} />
          </Suspense>
        </div>
      </div>
      {/* A table does not shrink below its content, so what hides it is around it. */}
      <div className="sr-only">
        <ChartTable data={chart.data} caption={chart.label} labelHeading={labelHeading} />
      </div>
    </>
  );
}
