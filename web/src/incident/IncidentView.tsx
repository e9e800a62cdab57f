import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { useEffect, useState } from 'react';
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
import { RelatedSection } from './RelatedSection.tsx';
import type { TimelineEvent } from './readTimeline.ts';
import { showIncident } from './shownIncident.ts';
import { TimelineSection } from './TimelineSection.tsx';
import { TimeSlider } from './TimeSlider.tsx';
import { useIncident } from './useIncident.ts';
import { useIncidentAsOf } from './useIncidentAsOf.ts';
import { useIncidentChanges } from './useIncidentChanges.ts';
import { useTimeline } from './useTimeline.ts';
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
  const [pushes, setPushes] = useState(0);
  useIncidentChanges(incident.id, feedHead, () => {
    setPushes((count) => count + 1);
    return refresh();
  });
  useEffect(() => showIncident({ ...incident, ruleSeverity: incident.decision.severity }), [incident]);
  const disabledReason = useDisabledReason();
  const isOld = useLive((state) => isStale(state.connection));
  const timeline = useTimeline(incident.id, `${incident.updatedAt} ${pushes}`);
  const [asOf, setAsOf] = useState<string | null>(null);
  const then = useIncidentAsOf(incident.id, asOf);
  const shown = asOf === null ? incident : (then.incident ?? incident);
  const events = timeline.events ?? noEvents;
  return (
    <>
      {!isPanel && <title>{`#${incident.number} ${incident.title} · Vigil`}</title>}
      <IncidentHeader incident={shown} isPanel={isPanel} isPast={asOf !== null} />
      <TimeSlider events={events} asOf={asOf} onChange={setAsOf} />
      {then.error !== undefined && asOf !== null && (
        <FailureNotice title="It could not be read as it was." error={then.error} onRetry={() => setAsOf(null)} />
      )}
      <div
        aria-busy={then.isReading}
        className={clsx('incident-columns', isOld && 'is-stale', asOf !== null && 'is-past')}
      >
        <div className="flex min-w-0 flex-col gap-6">
          <FactsSection incident={shown} />
          <WhySection decision={shown.decision} />
          <AlertsSection
            alerts={shown.alerts}
            firingAlertCount={shown.firingAlertCount}
            onShowMore={asOf === null ? showMoreAlerts : undefined}
          />
          <RelatedSection incident={shown} events={events} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <EscalationsSection escalations={shown.escalations} nextEscalationAt={shown.nextEscalationAt} />
          <TimelineSection
            incidentId={incident.id}
            timeline={timeline}
            until={asOf}
            disabledReason={disabledReason}
            onNoteAdded={() => void refresh()}
          />
        </div>
      </div>
    </>
  );
}

const noEvents: readonly TimelineEvent[] = [];
