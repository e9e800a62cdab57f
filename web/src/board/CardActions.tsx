import { Check, Hand, LoaderCircle } from 'lucide-react';
import { useIncidentActions } from '../actions/useIncidentActions.ts';
import { Button } from '../components/Button.tsx';
import type { ShownIncident } from '../live/pendingAction.ts';

interface CardActionsProps {
  readonly incident: ShownIncident;
  readonly disabledReason: string | undefined;
  /** False takes the buttons out of the order of Tab: the grid's rows are reached by arrows. */
  readonly isTabStop?: boolean;
}

export function CardActions({ incident, disabledReason, isTabStop = true }: CardActionsProps) {
  const { perform } = useIncidentActions();
  if (incident.status === 'RESOLVED') return null;
  const isSending = incident.pending?.confirmedAtMs === null;
  const shared = { size: 'small', disabledReason, excludeFromTabOrder: !isTabStop } as const;
  return (
    <div className="relative z-10 flex shrink-0 items-center gap-1.5">
      {isSending && <LoaderCircle size={13} aria-label="Sending" className="animate-spin" />}
      {incident.status === 'OPEN' && (
        <Button
          {...shared}
          aria-label={`Acknowledge #${incident.number}`}
          onPress={() => perform('ACKNOWLEDGE', incident)}
        >
          <Hand size={13} aria-hidden="true" className="action-icon" />
          <span className="action-word">Acknowledge</span>
        </Button>
      )}
      <Button
        {...shared}
        variant={incident.status === 'OPEN' ? 'quiet' : 'secondary'}
        aria-label={`Resolve #${incident.number}`}
        onPress={() => perform('RESOLVE', incident)}
      >
        <Check size={13} aria-hidden="true" className="action-icon" />
        <span className="action-word">Resolve</span>
      </Button>
    </div>
  );
}
