import { useQuery } from '@apollo/client/react';
import { MaintenanceListDocument } from '../__generated__/operations.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { ViewLinks } from '../components/ViewLinks.tsx';
import { useRevision } from '../live/useRevision.ts';
import { MaintenanceItem } from './MaintenanceItem.tsx';

interface MaintenanceViewProps {
  /** Those that are open or open again; else those that are over. */
  readonly isActive: boolean;
}

const most = 100;

export function MaintenanceView({ isActive }: MaintenanceViewProps) {
  const { data, previousData, error, refetch } = useQuery(MaintenanceListDocument, {
    variables: { active: isActive, first: most },
    fetchPolicy: 'cache-and-network',
  });
  useRevision('MAINTENANCE_WINDOWS', () => refetch());
  const known = data ?? previousData;
  const refresh = () => void refetch().catch(() => undefined);
  return (
    <>
      <ViewLinks
        label="Which windows"
        size="small"
        links={[
          {
            label: 'Open or to come',
            to: '/silences',
            search: { view: 'maintenance' },
            isCurrent: isActive,
            count: known?.open.totalCount,
          },
          {
            label: 'Over',
            to: '/silences',
            search: { view: 'maintenance', state: 'EXPIRED' },
            isCurrent: !isActive,
            count: known?.over.totalCount,
          },
        ]}
      />
      {error !== undefined && (
        <FailureNotice title="The maintenance windows could not be loaded." error={error} onRetry={refresh} />
      )}
      {data === undefined && error === undefined && <ListSkeleton rows={2} />}
      {data !== undefined && (
        <div className="surface divide-y divide-border">
          {data.maintenanceWindows.nodes.map((window) => (
            <MaintenanceItem key={window.id} window={window} onChanged={refresh} />
          ))}
          {data.maintenanceWindows.nodes.length === 0 && (
            <EmptyState title={isActive ? 'No maintenance is planned' : 'No window is over yet'}>
              {isActive && 'Plan backups, deployments and the like: what they set off wakes nobody.'}
            </EmptyState>
          )}
        </div>
      )}
    </>
  );
}
