import { useNavigate, useSearch } from '@tanstack/react-router';
import { memo, Suspense, useDeferredValue, useMemo } from 'react';
import type { IncidentStatus, SystemStateFragment } from '../__generated__/operations.ts';
import { useDisabledReason } from '../actions/useIncidentActions.ts';
import { lazyPart } from '../components/lazyPart.ts';
import { Skeleton } from '../components/Skeleton.tsx';
import { statuses } from '../components/status.ts';
import { isStale } from '../live/connection.ts';
import { useLive } from '../live/LiveContext.tsx';
import { isBeyondBound } from '../live/scope.ts';
import { BoardColumn } from './BoardColumn.tsx';
import { BoardToolbar } from './BoardToolbar.tsx';
import { isFiltered } from './boardSearch.ts';
import { ColumnEmpty } from './ColumnEmpty.tsx';
import { ColumnTabs } from './ColumnTabs.tsx';
import { filterIncidents, toBoardFilter } from './filterIncidents.ts';
import { useBoardFilters } from './useBoardFilters.ts';

const IncidentGrid = lazyPart(() => import('./grid/IncidentGrid.tsx').then(({ IncidentGrid }) => IncidentGrid));

/** More cards than these on the board are virtualised. */
const plainBound = 200;

/** The incidents that the filters let through, as columns or as a grid. */
export const BoardBody = memo(function BoardBody() {
  const filters = useBoardFilters();
  const chosenColumn = useSearch({ from: '/', select: ({ column }) => column });
  const chosenView = useSearch({ from: '/', select: (search) => search.view });
  // The switch shows at once what was chosen; some dozens of cards or rows follow its paint.
  const view = useDeferredValue(chosenView);
  const navigate = useNavigate({ from: '/' });
  const columns = useLive((state) => state.columns);
  const system = useLive((state) => state.system);
  const isOld = useLive((state) => isStale(state.connection));
  const disabledReason = useDisabledReason();
  const filter = useMemo(() => toBoardFilter(filters), [filters]);
  const shown = useMemo(
    () => ({
      OPEN: filterIncidents(columns.OPEN, filter),
      ACKNOWLEDGED: filterIncidents(columns.ACKNOWLEDGED, filter),
      RESOLVED: filterIncidents(columns.RESOLVED, filter),
    }),
    [columns, filter],
  );
  const counts = { OPEN: shown.OPEN.length, ACKNOWLEDGED: shown.ACKNOWLEDGED.length, RESOLVED: shown.RESOLVED.length };
  const count = counts.OPEN + counts.ACKNOWLEDGED + counts.RESOLVED;
  const hidden = statuses.reduce((sum, status) => sum + columns[status].length, 0) - count;
  const isLoaded = useLive((state) => state.load.kind === 'LOADED');
  // Only where the board leaves some out, once all the others are here; with filters the server's totals would count what was asked to be hidden.
  const totals = isLoaded && system !== null && isBeyondBound(system) && !isFiltered(filters) ? system : null;
  const shownColumn = chosenColumn ?? 'OPEN';
  const all = useMemo(() => [...shown.OPEN, ...shown.ACKNOWLEDGED, ...shown.RESOLVED], [shown]);
  const hiddenOf = (status: IncidentStatus) => columns[status].length - counts[status];
  const isAllClear = columns.OPEN.length + columns.ACKNOWLEDGED.length === 0;
  if (view === 'grid') {
    return (
      <>
        <BoardToolbar hidden={hidden} />
        <Suspense fallback={<Skeleton className="h-96" />}>
          <IncidentGrid
            incidents={all}
            disabledReason={disabledReason}
            isStale={isOld}
            empty={<ColumnEmpty status="OPEN" hidden={hiddenOf('OPEN')} isAllClear={isAllClear} />}
          />
        </Suspense>
      </>
    );
  }
  return (
    <>
      <BoardToolbar hidden={hidden} />
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
            isVirtual={count > plainBound}
            isShown={status === shownColumn}
            hidden={hiddenOf(status)}
            isAllClear={isAllClear}
          />
        ))}
      </div>
    </>
  );
});

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
