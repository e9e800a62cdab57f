import { useParams } from '@tanstack/react-router';
import { useIncidentCommands } from '../incident/commands/useIncidentCommands.ts';
import { IncidentView } from '../incident/IncidentView.tsx';
import { shownIncident } from '../incident/shownIncident.ts';

function targets() {
  const shown = shownIncident();
  return shown === null ? [] : [shown];
}

/** `/incidents/:id`. */
export function IncidentPage() {
  const { id } = useParams({ strict: false });
  useIncidentCommands({ targets });
  if (id === undefined) return null;
  return (
    <div className="incident-frame mx-auto w-full max-w-[1280px] p-4">
      <IncidentView key={id} id={id} />
    </div>
  );
}
