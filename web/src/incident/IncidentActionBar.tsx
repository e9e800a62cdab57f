import { Check, Hand, RotateCcw, Undo2 } from 'lucide-react';
import { useDisabledReason, useIncidentActions, usePendingAction } from '../actions/useIncidentActions.ts';
import { Button } from '../components/Button.tsx';
import type { IncidentDetail } from './IncidentDetail.ts';
import { useKeptFocus } from './useKeptFocus.ts';

interface IncidentActionBarProps {
  readonly incident: Pick<IncidentDetail, 'id' | 'number' | 'status' | 'acknowledgedAt' | 'mergedInto'>;
}

/** What can be done with the incident in its status. Shown at once, taken back when the server refuses. */
export function IncidentActionBar({ incident }: IncidentActionBarProps) {
  const { perform } = useIncidentActions();
  const disabledReason = useDisabledReason();
  const pending = usePendingAction(incident.id);
  const isWaiting = pending !== undefined && pending.confirmedAtMs === null;
  const keptFocus = useKeptFocus<HTMLFieldSetElement>(`${incident.status} ${isWaiting}`);
  const shared = { disabledReason, isDisabled: isWaiting };
  return (
    <fieldset {...keptFocus} tabIndex={-1} className="flex min-w-0 flex-wrap items-center gap-2 outline-none">
      <legend className="sr-only">Actions</legend>
      {incident.status === 'OPEN' && (
        <Button {...shared} variant="primary" onPress={() => perform('ACKNOWLEDGE', incident)}>
          <Hand size={14} aria-hidden="true" />
          Acknowledge
        </Button>
      )}
      {incident.status === 'ACKNOWLEDGED' && (
        <Button {...shared} onPress={() => perform('UNACKNOWLEDGE', incident)}>
          <Undo2 size={14} aria-hidden="true" />
          Take back acknowledgement
        </Button>
      )}
      {incident.mergedInto !== null ? null : incident.status === 'RESOLVED' ? (
        <Button {...shared} onPress={() => perform('REOPEN', incident)}>
          <RotateCcw size={14} aria-hidden="true" />
          Reopen
        </Button>
      ) : (
        <Button
          {...shared}
          variant={incident.status === 'ACKNOWLEDGED' ? 'primary' : 'secondary'}
          onPress={() => perform('RESOLVE', incident)}
        >
          <Check size={14} aria-hidden="true" />
          Resolve
        </Button>
      )}
      {isWaiting && (
        <span role="status" className="text-12 text-muted">
          Saving…
        </span>
      )}
    </fieldset>
  );
}
