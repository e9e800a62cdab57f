import { formatAbsolute } from '../components/formatAbsolute.ts';
import { HostileText } from '../components/HostileText.tsx';
import { severityWord } from '../components/severity.ts';
import type { IncidentDetail } from './IncidentDetail.ts';

interface StandingProps {
  readonly incident: IncidentDetail;
}

/** What people decided about the incident: whose it is, until when it may wait, how severe they say it is. */
export function Standing({ incident }: StandingProps) {
  const { assignee, snoozedUntil, overriddenSeverity, overriddenBy, overrideReason } = incident;
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
    </div>
  );
}
