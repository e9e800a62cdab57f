import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import type { IncidentStatus, SystemStateFragment } from '../__generated__/operations.ts';
import { useDisabledReason } from '../actions/useIncidentActions.ts';
import { BoardColumn } from '../board/BoardColumn.tsx';
import { BoardFilters } from '../board/BoardFilters.tsx';
import { BoardSkeleton } from '../board/BoardSkeleton.tsx';
import { isFiltered } from '../board/boardSearch.ts';
import { ColumnEmpty } from '../board/ColumnEmpty.tsx';
import { ColumnTabs } from '../board/ColumnTabs.tsx';
import { filterIncidents, toBoardFilter } from '../board/filterIncidents.ts';
import { NeverIngested } from '../board/NeverIngested.tsx';
import { SystemSummary } from '../board/SystemSummary.tsx';
import { useBoardCommands } from '../board/useBoardCommands.ts';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { Skeleton } from '../components/Skeleton.tsx';
import { statuses } from '../components/status.ts';
import { isStale } from '../live/connection.ts';
import { useLive } from '../live/LiveContext.tsx';
import { isBeyondBound } from '../live/scope.ts';
import { defaultRange, parseRange } from '../panels/range.ts';

const PanelStrip = lazy(() => import('../panels/PanelStrip.tsx').then((module) => ({ default: module.PanelStrip })));

export function BoardPage() {
  const navigate = useNavigate({ from: '/' });
  const range = parseRange(useSearch({ from: '/' }).range);
  const open = useLive((state) => state.columns.OPEN.length);
  useBoardCommands();
  return (
    <div className="board-page flex flex-col gap-2 p-3 sm:px-4">
      <title>{open === 0 ? 'Vigil' : `(${open}) Vigil`}</title>
      <h1 className="sr-only">Board</h1>
      <SystemSummary />
      <Incidents />
      <Suspense fallback={<Skeleton className="h-[148px] max-sm:h-6" />}>
        <PanelStrip
          range={range}
          onRangeChange={(next) =>
            void navigate({
              search: (before) => ({ ...before, range: next === defaultRange ? undefined : next }),
              replace: true,
            })
          }
        />
      </Suspense>
    </div>
  );
}

function Incidents() {
  const load = useLive((state) => state.load);
  const isEmpty = useLive((state) => state.incidents.size === 0);
  const hasNeverIngested = useLive((state) => state.system?.everIngested === false);
  if (!isEmpty) return <Columns />;
  switch (load.kind) {
    case 'LOADING':
      return <BoardSkeleton />;
    case 'FAILED':
      return <ErrorNotice title="The incidents could not be loaded. Trying again by itself." detail={load.message} />;
    case 'LOADED':
      return hasNeverIngested ? <NeverIngested /> : <Columns />;
  }
}

function Columns() {
  const search = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const columns = useLive((state) => state.columns);
  const system = useLive((state) => state.system);
  const isOld = useLive((state) => isStale(state.connection));
  const disabledReason = useDisabledReason();
  const filter = useMemo(() => toBoardFilter(search), [search]);
  const shown = useMemo(
    () => ({
      OPEN: filterIncidents(columns.OPEN, filter),
      ACKNOWLEDGED: filterIncidents(columns.ACKNOWLEDGED, filter),
      RESOLVED: filterIncidents(columns.RESOLVED, filter),
    }),
    [columns, filter],
  );
  const counts = { OPEN: shown.OPEN.length, ACKNOWLEDGED: shown.ACKNOWLEDGED.length, RESOLVED: shown.RESOLVED.length };
  const hidden = statuses.reduce((sum, status) => sum + columns[status].length - counts[status], 0);
  // Only where the board leaves some out; with filters the server's totals would count what was asked to be hidden.
  const totals = system !== null && isBeyondBound(system) && !isFiltered(search) ? system : null;
  const shownColumn = search.column ?? 'OPEN';
  return (
    <>
      <BoardFilters hidden={hidden} />
      <ColumnTabs
        shown={shownColumn}
        counts={counts}
        onShow={(status) =>
          void navigate({
            search: (before) => ({ ...before, column: status === 'OPEN' ? undefined : status }),
            replace: true,
          })
        }
      />
      <div className="board-columns">
        {statuses.map((status) => (
          <BoardColumn
            key={status}
            status={status}
            incidents={shown[status]}
            total={totals === null ? 0 : totalOf(status, totals)}
            disabledReason={disabledReason}
            isStale={isOld}
            isShown={status === shownColumn}
            empty={
              <ColumnEmpty
                status={status}
                hidden={columns[status].length - counts[status]}
                isAllClear={columns.OPEN.length + columns.ACKNOWLEDGED.length === 0}
              />
            }
          />
        ))}
      </div>
    </>
  );
}

/** How many the server counts; the board leaves the least urgent out when there are thousands. */
function totalOf(status: IncidentStatus, system: SystemStateFragment): number {
  switch (status) {
    case 'OPEN':
      return system.open;
    case 'ACKNOWLEDGED':
      return system.acknowledged;
    case 'RESOLVED':
      return 0;
  }
}
