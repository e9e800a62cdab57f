import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { useEffect } from 'react';
import { useDisabledReason } from '../actions/useIncidentActions.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { isStale } from '../live/connection.ts';
import { useLive } from '../live/LiveContext.tsx';
import { AlertsSection } from './AlertsSection.tsx';
import { EscalationsSection } from './EscalationsSection.tsx';
import { FactsSection } from './FactsSection.tsx';
import type { IncidentDetail } from './IncidentDetail.ts';
import { IncidentHeader } from './IncidentHeader.tsx';
import { IncidentSkeleton } from './IncidentSkeleton.tsx';
import { showIncident } from './shownIncident.ts';
import { TimelineSection } from './TimelineSection.tsx';
import { useIncident } from './useIncident.ts';
import { useIncidentChanges } from './useIncidentChanges.ts';
import { WhySection } from './WhySection.tsx';

interface IncidentViewProps {
  /** Its id or its number. */
  readonly id: string;
  /** Beside the board: the page's title and first heading are the board's. */
  readonly isPanel?: boolean;
}

/** One incident, kept up to date: on its page, or in a panel beside the board. Give it a `key` of the id. */
export function IncidentView({ id, isPanel = false }: IncidentViewProps) {
  const { incident, feedHead, error, refresh, showMoreAlerts } = useIncident(id);
  const retry = () => {
    refresh().catch(() => {
      // The query keeps its error, which is shown again.
    });
  };
  if (incident === undefined) {
    if (error === undefined) return <IncidentSkeleton />;
    return <FailureNotice title="The incident could not be loaded." error={error} onRetry={retry} />;
  }
  if (incident === null) {
    return (
      <EmptyState title={`There is no incident ${id}`} className="surface">
        <p>
          The link may be wrong, or the incident older than what is kept.{' '}
          <Link to="/incidents">Search all incidents</Link>
        </p>
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      {error !== undefined && (
        <FailureNotice title="This may be out of date: it could not be read again." error={error} onRetry={retry} />
      )}
      <LoadedIncident
        key={incident.id}
        incident={incident}
        isPanel={isPanel}
        feedHead={feedHead}
        refresh={refresh}
        showMoreAlerts={showMoreAlerts}
      />
    </div>
  );
}

interface LoadedIncidentProps {
  readonly incident: IncidentDetail;
  readonly isPanel: boolean;
  readonly feedHead: string | undefined;
  readonly refresh: () => Promise<string | undefined>;
  readonly showMoreAlerts: (() => void) | undefined;
}

function LoadedIncident({ incident, isPanel, feedHead, refresh, showMoreAlerts }: LoadedIncidentProps) {
  useIncidentChanges(incident.id, feedHead, refresh);
  useEffect(() => showIncident({ ...incident, ruleSeverity: incident.decision.severity }), [incident]);
  const disabledReason = useDisabledReason();
  const isOld = useLive((state) => isStale(state.connection));
  return (
    <>
      {!isPanel && <title>{`#${incident.number} ${incident.title} · Vigil`}</title>}
      <IncidentHeader incident={incident} isPanel={isPanel} />
      <div className={clsx('incident-columns', isOld && 'is-stale')}>
        <div className="flex min-w-0 flex-col gap-6">
          <FactsSection incident={incident} />
          <WhySection decision={incident.decision} />
          <AlertsSection
            alerts={incident.alerts}
            firingAlertCount={incident.firingAlertCount}
            onShowMore={showMoreAlerts}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <EscalationsSection escalations={incident.escalations} nextEscalationAt={incident.nextEscalationAt} />
          <TimelineSection
            incidentId={incident.id}
            revision={incident.updatedAt}
            disabledReason={disabledReason}
            onNoteAdded={() => void refresh()}
          />
        </div>
      </div>
    </>
  );
}
