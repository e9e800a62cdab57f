import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense, useMemo } from 'react';
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

const IncidentGrid = lazyPart(() => import('./grid/IncidentGrid.tsx').then(({ IncidentGrid }) => IncidentGrid));

/** More cards than these on the board are virtualised. */
const plainBound = 200;

/** The incidents that the filters let through, as columns or as a grid. */
export function BoardBody() {
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
  const count = counts.OPEN + counts.ACKNOWLEDGED + counts.RESOLVED;
  const hidden = statuses.reduce((sum, status) => sum + columns[status].length, 0) - count;
  const isLoaded = useLive((state) => state.load.kind === 'LOADED');
  // Only where the board leaves some out, once all the others are here; with filters the server's totals would count what was asked to be hidden.
  const totals = isLoaded && system !== null && isBeyondBound(system) && !isFiltered(search) ? system : null;
  const shownColumn = search.column ?? 'OPEN';
  const emptyOf = (status: IncidentStatus) => (
    <ColumnEmpty
      status={status}
      hidden={columns[status].length - counts[status]}
      isAllClear={columns.OPEN.length + columns.ACKNOWLEDGED.length === 0}
    />
  );
  if (search.view === 'grid') {
    return (
      <>
        <BoardToolbar hidden={hidden} />
        <Suspense fallback={<Skeleton className="h-96" />}>
          <IncidentGrid
            incidents={[...shown.OPEN, ...shown.ACKNOWLEDGED, ...shown.RESOLVED]}
            disabledReason={disabledReason}
            isStale={isOld}
            empty={emptyOf('OPEN')}
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
            empty={emptyOf(status)}
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
