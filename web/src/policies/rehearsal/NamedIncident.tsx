import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { NamedIncidentDocument } from '../../__generated__/operations.ts';
import { HostileText } from '../../components/HostileText.tsx';

interface NamedIncidentProps {
  readonly id: string;
}

/** A link to an incident of which only the id is known; its name follows. */
export function NamedIncident({ id }: NamedIncidentProps) {
  const { data } = useQuery(NamedIncidentDocument, { variables: { id } });
  const incident = data?.incident;
  return (
    <Link to="/incidents/$id" params={{ id: String(incident?.number ?? id) }} className="text-text">
      {incident == null ? (
        `incident ${id.slice(0, 8)}`
      ) : (
        <>
          #{incident.number} <HostileText text={incident.title} />
        </>
      )}
    </Link>
  );
}
