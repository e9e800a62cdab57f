import { type ReactNode, Suspense } from 'react';
import { lazyPart } from '../components/lazyPart.ts';
import { Skeleton } from '../components/Skeleton.tsx';

export const PolicyEditor = lazyPart(() =>
  import('./editor/PolicyEditor.tsx').then(({ PolicyEditor }) => PolicyEditor),
);
export const PolicyReader = lazyPart(() =>
  import('./editor/PolicyReader.tsx').then(({ PolicyReader }) => PolicyReader),
);

/** Room for an editor that is loading, as high as it will be. */
export function PolicyFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className="policy-frame surface overflow-hidden">
      <Suspense fallback={<Skeleton className="size-full" />}>{children}</Suspense>
    </div>
  );
}
