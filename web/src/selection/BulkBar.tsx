import { Check, Hand, Moon, UserRound, X } from 'lucide-react';
import { memo, useEffect, useMemo } from 'react';
import { useDisabledReason, useIncidentActions } from '../actions/useIncidentActions.ts';
import { Button } from '../components/Button.tsx';
import { useAsk } from '../incident/commands/AskContext.tsx';
import { useLive } from '../live/LiveContext.tsx';
import { type ShownIncident, withPending } from '../live/pendingAction.ts';
import { useSelected, useSelection } from './SelectionContext.tsx';

/** What can be done with all that are selected, with one summary at the end. Not there while nothing is. */
export const BulkBar = memo(function BulkBar() {
  const selection = useSelection();
  const { ids } = useSelected((selected) => selected);
  const incidents = useLive((state) => state.incidents);
  const pending = useLive((state) => state.pending);
  const { performAll } = useIncidentActions();
  const ask = useAsk();
  const disabledReason = useDisabledReason();
  useEffect(() => selection.keep((id) => incidents.has(id)), [selection, incidents]);
  const selected = useMemo(
    () =>
      [...ids].flatMap((id): ShownIncident[] => {
        const incident = incidents.get(id);
        return incident === undefined ? [] : [withPending(incident, pending.get(id))];
      }),
    [ids, incidents, pending],
  );
  const [first, ...others] = selected;
  if (first === undefined) return null;
  const open = selected.filter(({ status }) => status === 'OPEN');
  const unresolved = selected.filter(({ status }) => status !== 'RESOLVED');
  const shared = { variant: 'quiet', size: 'small', disabledReason } as const;
  return (
    <section aria-label="Selected incidents" className="bulk-bar">
      <p aria-live="polite" className="px-1 text-13 font-semibold whitespace-nowrap">
        {selected.length} selected
      </p>
      <Button {...shared} isDisabled={open.length === 0} onPress={() => void performAll('ACKNOWLEDGE', open)}>
        <Hand size={13} aria-hidden="true" />
        Acknowledge
      </Button>
      <Button {...shared} isDisabled={unresolved.length === 0} onPress={() => void performAll('RESOLVE', unresolved)}>
        <Check size={13} aria-hidden="true" />
        Resolve
      </Button>
      <Button {...shared} onPress={() => ask('SNOOZE', [first, ...others])}>
        <Moon size={13} aria-hidden="true" />
        Snooze…
      </Button>
      <Button {...shared} onPress={() => ask('ASSIGN', [first, ...others])}>
        <UserRound size={13} aria-hidden="true" />
        Assign…
      </Button>
      <Button variant="quiet" size="small" className="w-7 px-0!" aria-label="Select nothing" onPress={selection.clear}>
        <X size={14} aria-hidden="true" />
      </Button>
    </section>
  );
});
