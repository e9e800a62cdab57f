import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { SameServiceDocument } from '../__generated__/operations.ts';
import { HostileText } from '../components/HostileText.tsx';
import { RelativeTime } from '../components/RelativeTime.tsx';
import { Section } from '../components/Section.tsx';
import { SeverityBadge } from '../components/SeverityBadge.tsx';
import { StatusIcon } from '../components/StatusBadge.tsx';
import { statusWord } from '../components/status.ts';
import type { IncidentDetail, RelatedIncident } from './IncidentDetail.ts';
import { IncidentLink } from './IncidentLink.tsx';
import type { TimelineEvent } from './readTimeline.ts';
import { relationsOf, relationWords } from './related.ts';

interface RelatedSectionProps {
  readonly incident: IncidentDetail;
  readonly events: readonly TimelineEvent[];
}

const mostOthers = 5;

/** What belongs to the incident and why, and what else the service had lately. */
export function RelatedSection({ incident, events }: RelatedSectionProps) {
  const relations = useMemo(() => relationsOf(incident, events), [incident, events]);
  const { data } = useQuery(SameServiceDocument, {
    variables: { filter: { service: [incident.service] } },
    fetchPolicy: 'no-cache',
  });
  const known = new Set([incident.id, ...relations.map((relation) => relation.incident.id)]);
  const others = (data?.incidents.nodes ?? []).filter(({ id }) => !known.has(id)).slice(0, mostOthers);
  if (relations.length === 0 && others.length === 0) return null;
  return (
    <Section title="Related incidents" className="divide-y divide-border">
      {relations.length > 0 && (
        <ul className="divide-y divide-border">
          {relations.map((relation) => (
            <li key={relation.incident.id} className="px-3 py-2">
              <Related incident={relation.incident} word={relationWords[relation.kind]} />
              {relation.why !== undefined && (
                <p className="mt-0.5 text-12 text-muted">
                  <HostileText text={relation.why} />
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <div className="px-3 py-2">
          <h3 className="mb-1 text-12 text-muted">
            Also of <HostileText text={incident.service} />
          </h3>
          <ul className="flex flex-col gap-1">
            {others.map((other) => (
              <li key={other.id} className="flex items-baseline gap-2">
                <Related incident={other} />
                <RelativeTime at={other.openedAt} align="end" className="ml-auto text-12 text-muted" />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}

function Related({ incident, word }: { readonly incident: RelatedIncident; readonly word?: string }) {
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-0.5 text-13">
      {word !== undefined && <span className="text-muted">{word}</span>}
      <SeverityBadge severity={incident.severity} variant="plain" />
      <IncidentLink number={incident.number} className="min-w-0 font-semibold">
        #{incident.number} <HostileText text={incident.title} />
      </IncidentLink>
      <span className="inline-flex items-center gap-1 text-12 text-muted">
        <StatusIcon status={incident.status} />
        {statusWord[incident.status]}
      </span>
    </span>
  );
}
