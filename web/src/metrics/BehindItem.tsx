import { Link } from '@tanstack/react-router';
import type { BehindIncidentsFragment } from '../__generated__/operations.ts';
import { formatDuration } from '../components/formatDuration.ts';
import { HostileText } from '../components/HostileText.tsx';
import { SeverityBadge } from '../components/SeverityBadge.tsx';
import { StatusBadge } from '../components/StatusBadge.tsx';
import type { BehindFigure } from './behindSearch.ts';

type BehindIncident = BehindIncidentsFragment['nodes'][number];

interface BehindItemProps {
  readonly incident: BehindIncident;
  readonly figure: BehindFigure;
  readonly timeZone: string;
}

/** One of the incidents behind a figure, with its part of it. */
export function BehindItem({ incident, figure, timeZone }: BehindItemProps) {
  const { number, title, service, severity, status, openedAt } = incident;
  const opened = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(Date.parse(openedAt));
  const who = incident.acknowledgedBy ?? incident.resolvedBy;
  return (
    <li className="flex flex-col gap-1 px-4 py-2.5 hover:bg-hover">
      <span className="flex items-baseline gap-2">
        <Link
          to="/incidents/$id"
          params={{ id: String(number) }}
          className="min-w-0 flex-1 truncate text-13 font-semibold text-text no-underline underline-offset-2 hover:underline"
        >
          <span className="font-normal text-muted">#{number}</span> <HostileText text={title} />
        </Link>
        <span className="shrink-0 text-13 font-semibold">{measured(incident, figure)}</span>
      </span>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-muted">
        <SeverityBadge severity={severity} variant="plain" />
        <StatusBadge status={status} />
        <HostileText text={service} />
        {who !== null && <HostileText text={who} />}
        <time dateTime={openedAt} className="ml-auto">
          {opened}
        </time>
      </span>
    </li>
  );
}

/** How long it took; nothing where the figure is a count, or it was not measured. */
function measured({ openedAt, firstAcknowledgedAt, resolvedAt }: BehindIncident, figure: BehindFigure): string {
  const since = (end: string | null) =>
    end === null ? '' : formatDuration((Date.parse(end) - Date.parse(openedAt)) / 1000);
  switch (figure) {
    case 'mtta':
    case 'met':
    case 'missed':
      return since(firstAcknowledgedAt);
    case 'mttr':
    case 'mttrByPeople':
    case 'mttrAutomatic':
      return since(resolvedAt);
    case 'timeToRespond':
    case 'opened':
    case 'acknowledged':
    case 'resolved':
    case 'reopened':
    case 'escalated':
    case 'openNow':
    case 'inTime':
      return '';
  }
}
