import { clsx } from 'clsx';

interface SkeletonProps {
  /** Give it the size of what will stand there, so that nothing moves when it comes. */
  readonly className?: string;
}

/** A quiet block in place of something that is loading. Silent: the region around it carries `aria-busy`. */
export function Skeleton({ className }: SkeletonProps) {
  return <span aria-hidden="true" className={clsx('block animate-pulse rounded-md bg-hover', className)} />;
}
