import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { formatCount } from '../../components/formatNumber.ts';
import { HostileText } from '../../components/HostileText.tsx';
import { SeverityBadge } from '../../components/SeverityBadge.tsx';
import { NamedIncident } from './NamedIncident.tsx';
import type { RehearsalReport } from './useRehearsal.ts';

interface RehearsalExamplesProps {
  readonly difference: NonNullable<RehearsalReport['difference']>;
}

/** The incidents behind the figures, with links to them. */
export function RehearsalExamples({ difference }: RehearsalExamplesProps) {
  const { incidents, incidentExamples, incidentsAdded, incidentsMerged, mergedExamples } = difference;
  const { incidentsRemoved, removedExamples, escalationsAdded, escalationsRemoved } = difference;
  const { notificationsAdded, notificationsRemoved } = difference;
  const isSame = incidents + incidentsAdded + incidentsMerged + incidentsRemoved === 0;
  return (
    <>
      {isSame && <p className="text-muted">Incident by incident nothing would be different.</p>}
      <Examples
        title="Incidents of another severity"
        count={incidents}
        examples={incidentExamples.map(({ id, number, title, before, after }) => (
          <li key={id} className="flex min-w-0 flex-wrap items-center gap-x-2">
            <SeverityBadge severity={before} variant="plain" />
            <span aria-hidden="true">→</span>
            <span className="sr-only">to</span>
            <SeverityBadge severity={after} variant="plain" />
            <Link to="/incidents/$id" params={{ id: String(number) }} className="min-w-0 truncate text-text">
              #{number} <HostileText text={title} />
            </Link>
          </li>
        ))}
      />
      <Examples
        title="Incidents that would be part of another"
        count={incidentsMerged}
        examples={mergedExamples.map(({ id, into }) => (
          <li key={id}>
            <NamedIncident id={id} />
            {into === null ? ' into a new one' : ' into '}
            {into !== null && <NamedIncident id={into} />}
          </li>
        ))}
      />
      <Examples
        title="Incidents that would not be opened"
        count={incidentsRemoved}
        examples={removedExamples.map((id) => (
          <li key={id}>
            <NamedIncident id={id} />
          </li>
        ))}
      />
      {incidentsAdded > 0 && (
        <p>
          <span className="font-semibold">{formatCount(incidentsAdded)}</span> would be opened where there was none.
        </p>
      )}
      {escalationsAdded + escalationsRemoved + notificationsAdded + notificationsRemoved > 0 && (
        <p className="text-muted">
          Escalations: {formatCount(escalationsAdded)} more, {formatCount(escalationsRemoved)} fewer. Notifications:{' '}
          {formatCount(notificationsAdded)} more, {formatCount(notificationsRemoved)} fewer, incident by incident.
        </p>
      )}
    </>
  );
}

interface ExamplesProps {
  readonly title: string;
  readonly count: number;
  readonly examples: readonly ReactNode[];
}

const atFirst = 5;

function Examples({ title, count, examples }: ExamplesProps) {
  const [isAll, setIsAll] = useState(false);
  if (count === 0) return null;
  return (
    <div className="flex flex-col gap-1">
      <h4 className="font-semibold">
        {formatCount(count)} · {title}
      </h4>
      <ul className="flex flex-col gap-1">{isAll ? examples : examples.slice(0, atFirst)}</ul>
      {!isAll && examples.length > atFirst && (
        <Button size="small" variant="quiet" className="-ml-2 self-start" onPress={() => setIsAll(true)}>
          Show {formatCount(examples.length - atFirst)} more
        </Button>
      )}
    </div>
  );
}
