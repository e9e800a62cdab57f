import { Link } from '@tanstack/react-router';
import { formatAbsolute } from '../components/formatAbsolute.ts';
import { HostileText } from '../components/HostileText.tsx';
import { severityWord } from '../components/severity.ts';
import type { IncidentDetail } from './IncidentDetail.ts';

interface StandingProps {
  readonly incident: IncidentDetail;
}

/** What people decided about the incident: whose it is, until when it may wait, how severe they say it is, what it is part of. */
export function Standing({ incident }: StandingProps) {
  const { assignee, snoozedUntil, overriddenSeverity, overriddenBy, overrideReason, mergedInto, mergedIncidents } =
    incident;
  const { parent, children } = incident;
  return (
    <div className="flex flex-col gap-0.5 text-13 text-muted empty:hidden">
      {assignee !== null && (
        <p>
          Assigned to <HostileText text={assignee} className="font-semibold text-text" />
        </p>
      )}
      {snoozedUntil !== null && <p>Snoozed until {formatAbsolute(Date.parse(snoozedUntil))}</p>}
      {overriddenSeverity !== null && (
        <p>
          Severity {severityWord[overriddenSeverity]} set by <HostileText text={overriddenBy ?? 'unknown'} />:{' '}
          <HostileText text={overrideReason ?? ''} /> (by the rules {severityWord[incident.decision.severity]})
        </p>
      )}
      {mergedInto !== null && (
        <p>
          Merged into <IncidentLink incident={mergedInto} />
        </p>
      )}
      {mergedIncidents.length > 0 && (
        <p>
          Took in <IncidentLinks incidents={mergedIncidents} />
        </p>
      )}
      {parent !== null && (
        <p>
          Part of <IncidentLink incident={parent} />
        </p>
      )}
      {children.length > 0 && (
        <p>
          Stands for <IncidentLinks incidents={children} />
        </p>
      )}
    </div>
  );
}

interface Linked {
  readonly id: string;
  readonly number: number;
  readonly title: string;
}

function IncidentLinks({ incidents }: { readonly incidents: readonly Linked[] }) {
  return incidents.map((incident, place) => (
    <span key={incident.id}>
      {place > 0 && ', '}
      <IncidentLink incident={incident} />
    </span>
  ));
}

function IncidentLink({ incident }: { readonly incident: Linked }) {
  return (
    <Link to="/incidents/$id" params={{ id: String(incident.number) }}>
      #{incident.number} <HostileText text={incident.title} />
    </Link>
  );
}
