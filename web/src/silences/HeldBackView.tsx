import { useQuery } from '@apollo/client/react';
import { HeldBackDocument, type HeldBackQuery, type SuppressorKind } from '../__generated__/operations.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { formatCount } from '../components/formatNumber.ts';
import { HostileText } from '../components/HostileText.tsx';
import { ListSkeleton } from '../components/ListSkeleton.tsx';
import { RelativeTime } from '../components/RelativeTime.tsx';
import { SeverityBadge } from '../components/SeverityBadge.tsx';
import { useRevision } from '../live/useRevision.ts';

const most = 100;

const kindWords = {
  SILENCE: 'Silence',
  MAINTENANCE: 'Maintenance',
  INHIBITION: 'Inhibition',
} as const satisfies Record<SuppressorKind, string>;

/** The alerts that are held back now and belong to no incident. */
export function HeldBackView() {
  const { data, error, refetch } = useQuery(HeldBackDocument, {
    variables: { first: most },
    fetchPolicy: 'cache-and-network',
  });
  useRevision('SUPPRESSED_ALERTS', () => refetch());
  const retry = () => void refetch().catch(() => undefined);
  if (error !== undefined && data === undefined) {
    return <FailureNotice title="What is held back could not be loaded." error={error} onRetry={retry} />;
  }
  if (data === undefined) return <ListSkeleton rows={3} />;
  const { nodes, totalCount } = data.suppressedAlerts;
  return (
    <>
      <ul className="surface divide-y divide-border">
        {nodes.map((alert) => (
          <HeldBackItem key={`${alert.dedupKey} ${alert.historical}`} alert={alert} />
        ))}
        {nodes.length === 0 && (
          <li>
            <EmptyState title="Nothing is held back now">
              Alerts that a silence, a maintenance window or an inhibition of the policy holds back stand here until
              they end.
            </EmptyState>
          </li>
        )}
      </ul>
      {totalCount > nodes.length && (
        <p className="text-12 text-muted">
          The {formatCount(nodes.length)} heard last of {formatCount(totalCount)}.
        </p>
      )}
    </>
  );
}

function HeldBackItem({ alert }: { readonly alert: HeldBackQuery['suppressedAlerts']['nodes'][number] }) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-3 py-2.5">
      <SeverityBadge severity={alert.severity} className="self-start" />
      <div className="min-w-0 flex-1 basis-72">
        <p className="text-13 font-semibold">
          <HostileText text={alert.title} />
          <span className="font-normal text-muted">
            {' '}
            · <HostileText text={alert.service} />
            {alert.historical && ' · historical'}
          </span>
        </p>
        {alert.suppressedBy.map(({ kind, id, reason }) => (
          <p key={id} className="mt-0.5 text-12 text-muted">
            <span className="font-semibold">{kindWords[kind]}:</span> <HostileText text={reason} />
          </p>
        ))}
      </div>
      <p className="text-12 text-muted">
        {formatCount(alert.signalCount)} {alert.signalCount === 1 ? 'signal' : 'signals'}, last{' '}
        <RelativeTime at={alert.lastSeenAt} align="end" />
      </p>
    </li>
  );
}
