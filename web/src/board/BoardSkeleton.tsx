import { Skeleton } from '../components/Skeleton.tsx';
import { StatusIcon } from '../components/StatusBadge.tsx';
import { statuses, statusWord } from '../components/status.ts';

/** The columns before the first answer, in the size of what will stand there. */
export function BoardSkeleton() {
  return (
    <div className="board-columns" aria-busy="true">
      {statuses.map((status) => (
        <div key={status} className="board-column flex min-w-0 flex-col" data-shown={status === 'OPEN'}>
          <p className="flex min-h-8 items-center gap-2 px-0.5 text-13 font-semibold">
            <StatusIcon status={status} />
            {statusWord[status]}
          </p>
          <div className="flex flex-col gap-2 p-px">
            <Skeleton className="h-[6.375rem]" />
            <Skeleton className="h-[6.375rem]" />
            <Skeleton className="h-[6.375rem]" />
          </div>
        </div>
      ))}
    </div>
  );
}
