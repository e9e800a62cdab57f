import { LoaderCircle } from 'lucide-react';
import { useIncidentActions } from '../actions/useIncidentActions.ts';
import { Button } from '../components/Button.tsx';
import type { ShownIncident } from '../live/pendingAction.ts';

interface CardActionsProps {
  readonly incident: ShownIncident;
  readonly disabledReason: string | undefined;
}

export function CardActions({ incident, disabledReason }: CardActionsProps) {
  const { perform } = useIncidentActions();
  if (incident.status === 'RESOLVED') return null;
  const isSending = incident.pending?.confirmedAtMs === null;
  return (
    <div className="relative z-10 flex shrink-0 items-center gap-1.5">
      {isSending && <LoaderCircle size={13} aria-label="Sending" className="animate-spin" />}
      {incident.status === 'OPEN' && (
        <Button
          size="small"
          aria-label={`Acknowledge #${incident.number}`}
          disabledReason={disabledReason}
          onPress={() => perform('ACKNOWLEDGE', incident)}
        >
          Acknowledge
        </Button>
      )}
      <Button
        size="small"
        variant={incident.status === 'OPEN' ? 'quiet' : 'secondary'}
        aria-label={`Resolve #${incident.number}`}
        disabledReason={disabledReason}
        onPress={() => perform('RESOLVE', incident)}
      >
        Resolve
      </Button>
    </div>
  );
}
