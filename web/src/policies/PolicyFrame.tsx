import { lazy, type ReactNode, Suspense } from 'react';
import { Skeleton } from '../components/Skeleton.tsx';

export const PolicyEditor = lazy(() =>
  import('./editor/PolicyEditor.tsx').then((module) => ({ default: module.PolicyEditor })),
);
export const PolicyReader = lazy(() =>
  import('./editor/PolicyReader.tsx').then((module) => ({ default: module.PolicyReader })),
);

/** Room for an editor that is loading, as high as it will be. */
export function PolicyFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className="policy-frame surface overflow-hidden">
      <Suspense fallback={<Skeleton className="size-full" />}>{children}</Suspense>
    </div>
  );
}
