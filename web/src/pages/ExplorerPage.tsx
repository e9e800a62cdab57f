import { Suspense } from 'react';
import { lazyPart } from '../components/lazyPart.ts';
import { Skeleton } from '../components/Skeleton.tsx';

const Explorer = lazyPart(() => import('../explorer/Explorer.tsx').then(({ Explorer }) => Explorer));

/** `/explorer`: the API to try out. */
export function ExplorerPage() {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <title>Explorer · Vigil</title>
      <h1 className="sr-only">API explorer</h1>
      <div className="explorer-frame">
        <Suspense fallback={<Skeleton className="size-full" />}>
          <Explorer />
        </Suspense>
      </div>
    </div>
  );
}
