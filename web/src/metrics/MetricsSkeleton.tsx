import { Skeleton } from '../components/Skeleton.tsx';

/** The page while it loads, as large as it will be. */
export function MetricsSkeleton() {
  const titled = (className: string) => (
    <div className="flex flex-col gap-2">
      <Skeleton className="h-4.5 w-40" />
      <Skeleton className={className} />
    </div>
  );
  return (
    <div aria-busy="true" className="flex flex-col gap-5">
      <span className="sr-only">Loading the metrics</span>
      <Skeleton className="h-[104px] max-lg:h-52" />
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-3">
        {titled('h-[410px]')}
        {titled('h-[410px]')}
        {titled('h-[410px]')}
      </div>
      <div className="grid grid-cols-1 gap-4 min-[1360px]:grid-cols-[minmax(0,1fr)_minmax(0,1.12fr)]">
        {titled('h-[262px]')}
        {titled('h-[262px]')}
      </div>
      {titled('h-[340px]')}
    </div>
  );
}
