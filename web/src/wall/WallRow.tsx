import { PastTarget } from '../board/PastTarget.tsx';
import { formatRelative } from '../components/formatRelative.ts';
import { HostileText } from '../components/HostileText.tsx';
import { SeverityIcon } from '../components/SeverityIcon.tsx';
import { severityWord } from '../components/severity.ts';
import { useNow } from '../components/useNow.ts';
import type { ShownIncident } from '../live/pendingAction.ts';

/** An incident in large type: how bad, what, where, how long, who. */
export function WallRow({ incident }: { readonly incident: ShownIncident }) {
  const { severity, number, title, service, openedAt, status, acknowledgedBy, assignee } = incident;
  const age = useNow((nowMs) => formatRelative(Date.parse(openedAt), nowMs, 'age'));
  const owner = assignee ?? acknowledgedBy;
  return (
    <li className="wall-row" data-severity={severity} data-status={status}>
      <span className="wall-severity">
        <SeverityIcon severity={severity} size={32} className="wall-icon" />
        {severityWord[severity]}
      </span>
      <span className="wall-title">
        <span className="wall-number">#{number}</span> <HostileText text={title} />
      </span>
      <span className="wall-service">
        <HostileText text={service} />
      </span>
      <span className="wall-owner">{owner === null ? 'nobody' : <HostileText text={owner} />}</span>
      <span className="wall-age">
        <PastTarget incident={incident} size={28} /> {age}
      </span>
    </li>
  );
}
