import { Skeleton } from './Skeleton.tsx';

interface ListSkeletonProps {
  readonly rows: number;
}

/** A list that is loading, about as high as it will be. */
export function ListSkeleton({ rows }: ListSkeletonProps) {
  return (
    <div aria-busy="true" className="surface divide-y divide-border">
      <span className="sr-only">Loading</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
        <div key={row} className="flex flex-col gap-2 px-3 py-3">
          <Skeleton className="h-4 w-1/3" />
          <Skeleton className="h-4 w-1/2" />
          <Skeleton className="h-3 w-1/4" />
        </div>
      ))}
    </div>
  );
}
