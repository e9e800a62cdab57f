import { clsx } from 'clsx';
import { Moon, UserRound } from 'lucide-react';
import { memo } from 'react';
import { formatAbsolute } from '../components/formatAbsolute.ts';
import { formatCount } from '../components/formatNumber.ts';
import { HostileText } from '../components/HostileText.tsx';
import { RelativeTime } from '../components/RelativeTime.tsx';
import { SeverityBadge } from '../components/SeverityBadge.tsx';
import { IncidentLink } from '../incident/IncidentLink.tsx';
import type { ShownIncident } from '../live/pendingAction.ts';
import { SelectBox } from '../selection/SelectBox.tsx';
import { useSelected } from '../selection/SelectionContext.tsx';
import { CardActions } from './CardActions.tsx';
import { ChangeMark, ChangeWash } from './ChangeMark.tsx';
import { EscalationDue } from './EscalationDue.tsx';
import { PastTarget } from './PastTarget.tsx';
import { SignalSparkline } from './SignalSparkline.tsx';
import { severityEdge } from './severityEdge.ts';

interface IncidentCardProps {
  readonly incident: ShownIncident;
  /** One of an open storm. */
  readonly inGroup: boolean;
  /** The column's incidents in their order, for ranges. */
  readonly order: () => readonly string[];
  readonly disabledReason: string | undefined;
}

/** Rendered again only when its own incident changed. */
export const IncidentCard = memo(function IncidentCard({
  incident,
  inGroup,
  order,
  disabledReason,
}: IncidentCardProps) {
  const { id, number, title, service, severity, status, signalCount } = incident;
  const isSelected = useSelected(({ ids }) => ids.has(id));
  return (
    <article
      aria-label={`#${number} ${title}`}
      aria-busy={incident.pending?.confirmedAtMs === null}
      data-incident={id}
      data-selected={isSelected}
      tabIndex={-1}
      className={clsx(
        'board-card surface relative flex flex-col gap-0.5 overflow-hidden border-l-[3px] py-1.5 pr-2 pl-2.5',
        'hover:border-y-border-strong hover:border-r-border-strong',
        severityEdge[severity],
        status === 'RESOLVED' && 'board-card-resolved',
        inGroup && 'ml-4',
      )}
    >
      <ChangeWash mark={incident.mark} />
      <div className="flex items-center gap-2 text-12 text-muted">
        <SeverityBadge severity={severity} />
        <span className="font-semibold">#{number}</span>
        <span className="min-w-0 truncate">
          <HostileText text={service} />
        </span>
        <span className="ml-auto flex shrink-0 items-center gap-2 pl-1">
          <ChangeMark mark={incident.mark} />
          <PastTarget incident={incident} />
          <RelativeTime at={incident.openedAt} format="age" focusable={false} align="end" />
          <SelectBox id={id} number={number} order={order} />
        </span>
      </div>
      <h3 className="line-clamp-2 text-14 leading-[1.2rem] font-semibold">
        <IncidentLink number={number} className="text-text no-underline hover:underline" title={title}>
          <HostileText text={title} />
        </IncidentLink>
      </h3>
      <p className="min-h-4 truncate text-12 text-muted" title={incident.topFactor}>
        <HostileText text={incident.topFactor} />
      </p>
      <div className="mt-0.5 flex min-h-6 items-center gap-2 text-12 text-muted">
        <CardFacts
          incident={incident}
          signals={`${formatCount(signalCount)} ${signalCount === 1 ? 'signal' : 'signals'}`}
        />
        <CardActions incident={incident} disabledReason={disabledReason} />
      </div>
    </article>
  );
});

/** Who has it, and what happens if nobody takes it. */
function CardFacts({ incident, signals }: { readonly incident: ShownIncident; readonly signals: string }) {
  return (
    <p className="flex min-w-0 flex-1 items-center gap-x-2 overflow-hidden whitespace-nowrap">
      <span className="shrink-0">{signals}</span>
      <SignalSparkline incident={incident} />
      {incident.status === 'OPEN' && incident.nextEscalationAt !== null && (
        <EscalationDue at={incident.nextEscalationAt} />
      )}
      {incident.status !== 'RESOLVED' && incident.snoozedUntil !== null && (
        <span
          className="inline-flex shrink-0 items-center gap-1"
          title={`Snoozed until ${formatAbsolute(Date.parse(incident.snoozedUntil))}`}
        >
          <Moon size={12} aria-hidden="true" />
          snoozed
        </span>
      )}
      {incident.status !== 'RESOLVED' && incident.assignee !== null && (
        <span className="inline-flex min-w-0 items-center gap-1" title={`Assigned to ${incident.assignee}`}>
          <UserRound size={12} aria-hidden="true" className="shrink-0" />
          <span className="truncate">
            <HostileText text={incident.assignee} />
          </span>
        </span>
      )}
      {incident.status === 'ACKNOWLEDGED' && incident.acknowledgedBy !== null && (
        <span className="truncate font-semibold text-text">
          <HostileText text={incident.acknowledgedBy} />
        </span>
      )}
      {incident.status === 'RESOLVED' && incident.resolvedAt !== null && (
        <span className="truncate">
          resolved <RelativeTime at={incident.resolvedAt} focusable={false} />
          {incident.resolvedBy !== null && (
            <>
              {' by '}
              <HostileText text={incident.resolvedBy} />
            </>
          )}
        </span>
      )}
    </p>
  );
}
