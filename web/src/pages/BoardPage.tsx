import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import { BoardBody } from '../board/BoardBody.tsx';
import { BoardSkeleton } from '../board/BoardSkeleton.tsx';
import { NeverIngested } from '../board/NeverIngested.tsx';
import { SystemSummary } from '../board/SystemSummary.tsx';
import { useBoardCommands } from '../board/useBoardCommands.ts';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { lazyPart } from '../components/lazyPart.ts';
import { Skeleton } from '../components/Skeleton.tsx';
import { IncidentPanel } from '../incident/IncidentPanel.tsx';
import { useLive } from '../live/LiveContext.tsx';
import { defaultRange, parseRange } from '../panels/range.ts';
import { BulkBar } from '../selection/BulkBar.tsx';
import { SelectionProvider } from '../selection/SelectionContext.tsx';

const PanelStrip = lazyPart(() => import('../panels/PanelStrip.tsx').then(({ PanelStrip }) => PanelStrip));

export function BoardPage() {
  return (
    <SelectionProvider>
      <Board />
    </SelectionProvider>
  );
}

function Board() {
  const navigate = useNavigate({ from: '/' });
  const { range, incident } = useSearch({ from: '/' });
  const open = useLive((state) => state.columns.OPEN.length);
  useBoardCommands();
  return (
    <div className="board-page">
      <title>{open === 0 ? 'Vigil' : `(${open}) Vigil`}</title>
      <h1 className="sr-only">Board</h1>
      <SystemSummary />
      <div className="board-beside">
        <div className="board-main">
          <Incidents />
          {/* Beside an incident there is no room for both. */}
          {incident === undefined && (
            <Suspense fallback={<Skeleton className="h-[148px] max-sm:h-6" />}>
              <PanelStrip
                range={parseRange(range)}
                onRangeChange={(next) =>
                  void navigate({
                    search: (before) => ({ ...before, range: next === defaultRange ? undefined : next }),
                    replace: true,
                  })
                }
              />
            </Suspense>
          )}
        </div>
        {incident !== undefined && <IncidentPanel number={incident} />}
      </div>
      <BulkBar />
    </div>
  );
}

function Incidents() {
  const load = useLive((state) => state.load);
  const isEmpty = useLive((state) => state.incidents.size === 0);
  const hasNeverIngested = useLive((state) => state.system?.everIngested === false);
  if (!isEmpty) return <BoardBody />;
  switch (load.kind) {
    case 'LOADING':
      return <BoardSkeleton />;
    case 'FAILED':
      return <ErrorNotice title="The incidents could not be loaded. Trying again by itself." detail={load.message} />;
    case 'LOADED':
      return hasNeverIngested ? <NeverIngested /> : <BoardBody />;
  }
}
