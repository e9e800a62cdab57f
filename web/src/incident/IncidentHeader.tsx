import { HostileText } from '../components/HostileText.tsx';
import { RelativeTime } from '../components/RelativeTime.tsx';
import { SeverityBadge } from '../components/SeverityBadge.tsx';
import { StatusBadge } from '../components/StatusBadge.tsx';
import { IncidentCommands } from './commands/IncidentCommands.tsx';
import { IncidentActionBar } from './IncidentActionBar.tsx';
import type { IncidentDetail } from './IncidentDetail.ts';
import { Standing } from './Standing.tsx';

interface IncidentHeaderProps {
  readonly incident: IncidentDetail;
  readonly isPanel: boolean;
  /** It is shown as it was: nothing can be done with that. */
  readonly isPast: boolean;
}

function Holder({ incident }: Pick<IncidentHeaderProps, 'incident'>) {
  const { resolvedAt, resolvedBy, acknowledgedAt, acknowledgedBy } = incident;
  if (resolvedAt !== null) {
    return (
      <span>
        resolved <RelativeTime at={resolvedAt} /> by <HostileText text={resolvedBy ?? 'unknown'} />
      </span>
    );
  }
  if (acknowledgedAt !== null) {
    return (
      <span>
        acknowledged <RelativeTime at={acknowledgedAt} /> by <HostileText text={acknowledgedBy ?? 'unknown'} />
      </span>
    );
  }
  return <span>nobody has it</span>;
}

/** Is it bad, what is it, who has it, and what can I do. */
export function IncidentHeader({ incident, isPanel, isPast }: IncidentHeaderProps) {
  const Title = isPanel ? 'h2' : 'h1';
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="flex min-w-0 flex-1 basis-80 flex-col gap-1.5">
        <Title className="text-20 font-semibold">
          <span className="text-muted">#{incident.number}</span> <HostileText text={incident.title} />
        </Title>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-muted">
          <SeverityBadge severity={incident.severity} variant="solid" />
          <StatusBadge status={incident.status} />
          <HostileText text={incident.service} className="font-semibold text-text" />
          <span>
            opened <RelativeTime at={incident.openedAt} />
          </span>
          <Holder incident={incident} />
          {incident.historical && <span>brought in from the past</span>}
        </div>
        <Standing incident={incident} />
        {!isPast && <IncidentCommands incident={incident} />}
      </div>
      {isPast ? (
        <p className="text-13 font-semibold">As it was. Nothing can be done here.</p>
      ) : (
        <IncidentActionBar incident={incident} />
      )}
    </header>
  );
}
