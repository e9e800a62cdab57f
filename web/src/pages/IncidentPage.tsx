import { useParams } from '@tanstack/react-router';
import { IncidentView } from '../incident/IncidentView.tsx';

/** `/incidents/:id`. */
export function IncidentPage() {
  const { id } = useParams({ strict: false });
  if (id === undefined) return null;
  return (
    <div className="incident-frame mx-auto w-full max-w-[1280px] p-4">
      <IncidentView key={id} id={id} />
    </div>
  );
}
