import { useQuery } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IncidentListDocument } from '../__generated__/operations.ts';
import { Button } from '../components/Button.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { formatCount } from '../components/formatNumber.ts';
import { Skeleton } from '../components/Skeleton.tsx';
import { IncidentPanel } from '../incident/IncidentPanel.tsx';
import { IncidentFilters } from '../incidents/IncidentFilters.tsx';
import { IncidentPaging } from '../incidents/IncidentPaging.tsx';
import { IncidentTable, type ListedIncident } from '../incidents/IncidentTable.tsx';
import { type IncidentsSearch, isFiltered, listVariables, parseIncidentsSearch } from '../incidents/incidentsSearch.ts';
import { useListCommands } from '../incidents/useListCommands.ts';
import { useAfterChanges } from '../live/useAfterChanges.ts';

/** The board is the live view; a list that is being read does not change under the eyes all the time. */
const readAtMostEveryMs = 2_000;
const none: readonly ListedIncident[] = [];

/** `/incidents`: all incidents, searched and filtered by what stands in the URL. */
export function IncidentsPage() {
  const search = parseIncidentsSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const show = (next: IncidentsSearch, replace: boolean) =>
    void navigate({ to: '/incidents', search: parseIncidentsSearch({ ...next }), replace });
  const { data, previousData, error, refetch } = useQuery(IncidentListDocument, {
    variables: listVariables(search),
    fetchPolicy: 'cache-and-network',
  });
  useAfterChanges(refetch, readAtMostEveryMs);
  const incidents = (data ?? previousData)?.incidents;
  const retry = () => void refetch().catch(() => undefined);
  useListCommands(incidents?.nodes ?? none);
  return (
    <div className="list-page" data-has-panel={search.incident !== undefined}>
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        <title>Incidents · Vigil</title>
        <div className="flex items-baseline gap-3">
          <h1 className="text-20 font-semibold">Incidents</h1>
          <p aria-live="polite" className="text-13 text-muted">
            {incidents !== undefined &&
              `${formatCount(incidents.totalCount)} ${isFiltered(search) ? 'match' : 'in all'}`}
          </p>
        </div>
        <IncidentFilters
          search={search}
          // A change of the filter begins at the first page: a cursor belongs to the list that it came from.
          onChange={({ q, status, severity, order }) => {
            const { after, before, ...filters } = search;
            show(
              {
                ...filters,
                ...(q === undefined ? {} : { q }),
                ...(status === undefined ? {} : { status }),
                ...(severity === undefined ? {} : { severity }),
                ...(order === undefined ? {} : { order }),
              },
              true,
            );
          }}
        />
        {error !== undefined && (
          <FailureNotice title="The incidents could not be loaded." error={error} onRetry={retry} />
        )}
        {incidents === undefined && error === undefined && <Skeleton className="h-96" />}
        {incidents !== undefined && (
          <>
            <div
              className={`surface @container overflow-clip ${data === undefined ? 'opacity-60' : ''}`}
              aria-busy={data === undefined}
            >
              {incidents.nodes.length > 0 ? (
                <IncidentTable incidents={incidents.nodes} />
              ) : (
                <NoIncidents isFiltered={isFiltered(search)} onShowAll={() => show({}, false)} />
              )}
            </div>
            <IncidentPaging
              pageInfo={incidents.pageInfo}
              onPage={(page) => {
                const { after, before, ...filters } = search;
                show({ ...filters, ...page }, false);
              }}
            />
          </>
        )}
      </div>
      {search.incident !== undefined && <IncidentPanel number={search.incident} />}
    </div>
  );
}

interface NoIncidentsProps {
  readonly isFiltered: boolean;
  readonly onShowAll: () => void;
}

function NoIncidents({ isFiltered: isHidden, onShowAll }: NoIncidentsProps) {
  if (!isHidden) {
    return <EmptyState title="No incident has been opened yet">Incidents appear here once signals arrive.</EmptyState>;
  }
  return (
    <EmptyState title="No incident matches">
      <Button size="small" onPress={onShowAll}>
        Show all incidents
      </Button>
    </EmptyState>
  );
}
