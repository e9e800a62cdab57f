import { useNavigate, useSearch } from '@tanstack/react-router';
import { memo, Suspense, useCallback, useDeferredValue, useState } from 'react';
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
import { defaultRange, parseRange, type RangeName } from '../panels/range.ts';
import { BulkBar } from '../selection/BulkBar.tsx';
import { SelectionProvider } from '../selection/SelectionContext.tsx';

const PanelStrip = lazyPart(() => import('../panels/PanelStrip.tsx').then(({ PanelStrip }) => memo(PanelStrip)));

export function BoardPage() {
  return (
    <SelectionProvider>
      <Board />
    </SelectionProvider>
  );
}

function Board() {
  const incident = useSearch({ from: '/', select: (search) => search.incident });
  useBoardCommands();
  return (
    <div className="board-page">
      <BoardTitle />
      <h1 className="sr-only">Board</h1>
      <SystemSummary />
      <div className="board-beside">
        <div className="board-main">
          <Incidents />
          <Figures isHidden={incident !== undefined} />
        </div>
        {incident !== undefined && <IncidentPanel number={incident} />}
      </div>
      <BulkBar />
    </div>
  );
}

function BoardTitle() {
  const open = useLive((state) => state.columns.OPEN.length);
  return <title>{open === 0 ? 'Vigil' : `(${open}) Vigil`}</title>;
}

/** Beside an incident there is no room for both. Charts take long to make: once they are there they are kept, out of sight. */
function Figures({ isHidden }: { readonly isHidden: boolean }) {
  const navigate = useNavigate({ from: '/' });
  const range = useSearch({ from: '/', select: (search) => search.range });
  const isMade = useDeferredValue(useWasEver(!isHidden), !isHidden);
  const changeRange = useCallback(
    (next: RangeName) =>
      void navigate({
        search: (before) => ({ ...before, range: next === defaultRange ? undefined : next }),
        replace: true,
      }),
    [navigate],
  );
  const skeleton = <Skeleton className="h-[210px] shrink-0 max-sm:h-6" />;
  if (!isMade) return isHidden ? null : skeleton;
  return (
    <div hidden={isHidden}>
      <Suspense fallback={skeleton}>
        <PanelStrip range={parseRange(range)} onRangeChange={changeRange} />
      </Suspense>
    </div>
  );
}

function useWasEver(isNow: boolean): boolean {
  const [was, setWas] = useState(isNow);
  if (isNow && !was) setWas(true);
  return was || isNow;
}

const Incidents = memo(function Incidents() {
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
});
