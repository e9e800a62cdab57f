import type { IncidentListQuery } from '../__generated__/operations.ts';
import { formatCompact } from '../components/formatNumber.ts';
import { HostileText } from '../components/HostileText.tsx';
import { RelativeTime } from '../components/RelativeTime.tsx';
import { SeverityBadge } from '../components/SeverityBadge.tsx';
import { StatusBadge } from '../components/StatusBadge.tsx';
import { IncidentLink } from '../incident/IncidentLink.tsx';

export type ListedIncident = IncidentListQuery['incidents']['nodes'][number];

interface IncidentTableProps {
  readonly incidents: readonly ListedIncident[];
}

const heading = 'px-3 py-2 text-left text-12 font-semibold text-muted';

export function IncidentTable({ incidents }: IncidentTableProps) {
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="sr-only">Incidents</caption>
      <thead className="max-sm:sr-only">
        <tr className="reveals-times border-b border-border">
          <th scope="col" className={`${heading} w-28`}>
            Severity
          </th>
          <th scope="col" className={heading}>
            Incident
          </th>
          <th scope="col" className={`${heading} w-40 @max-[56rem]:hidden`}>
            Service
          </th>
          <th scope="col" className={`${heading} w-36`}>
            Status
          </th>
          <th scope="col" className={`${heading} w-32 @max-[56rem]:hidden`}>
            Who
          </th>
          <th scope="col" className={`${heading} w-20 text-right @max-[44rem]:hidden`}>
            Signals
          </th>
          <th scope="col" className={`${heading} w-28 text-right`}>
            Opened
          </th>
        </tr>
      </thead>
      <tbody data-column="list" className="divide-y divide-border">
        {incidents.map((incident) => (
          <IncidentRow key={incident.id} incident={incident} />
        ))}
      </tbody>
    </table>
  );
}

interface IncidentRowProps {
  readonly incident: ListedIncident;
}

const cell = 'px-3 py-1.5 text-13 sm:h-(--row-height)';

function IncidentRow({ incident }: IncidentRowProps) {
  const who = incident.resolvedBy ?? incident.acknowledgedBy;
  return (
    <tr
      data-incident={incident.id}
      tabIndex={-1}
      className="reveals-times max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:py-1.5 hover:bg-hover focus-visible:outline-offset-[-2px]"
    >
      <td className={`${cell} max-sm:py-0.5`}>
        <SeverityBadge severity={incident.severity} />
      </td>
      <td className={`${cell} truncate max-sm:order-last max-sm:w-full max-sm:py-0.5`}>
        <IncidentLink number={incident.number} className="font-semibold text-text underline-offset-2 hover:underline">
          <span className="font-normal text-muted">#{incident.number}</span> <HostileText text={incident.title} />
        </IncidentLink>
        <span className="block truncate text-12 text-muted @min-[56rem]:hidden">
          <HostileText text={incident.service} />
        </span>
      </td>
      <td className={`${cell} truncate @max-[56rem]:hidden`}>
        <HostileText text={incident.service} />
      </td>
      <td className={`${cell} max-sm:px-0 max-sm:py-0.5`}>
        <StatusBadge status={incident.status} />
      </td>
      <td className={`${cell} truncate text-muted @max-[56rem]:hidden`}>
        {who !== null && <HostileText text={who} />}
      </td>
      <td className={`${cell} text-right @max-[44rem]:hidden`}>{formatCompact(incident.signalCount)}</td>
      <td className={`${cell} text-right text-muted max-sm:ml-auto max-sm:py-0.5`}>
        <RelativeTime at={incident.openedAt} align="end" focusable={false} />
      </td>
    </tr>
  );
}
