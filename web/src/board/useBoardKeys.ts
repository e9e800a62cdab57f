import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { toast } from 'sonner';
import { useDisabledReason, useIncidentActions } from '../actions/useIncidentActions.ts';
import { bindKeys } from '../layout/bindKeys.ts';
import { useLiveStore } from '../live/LiveContext.tsx';
import { type ActionKind, withPending } from '../live/pendingAction.ts';
import { focusBeside, focusedIncidentId, focusNeighbour } from './cardFocus.ts';
import { searchFieldId } from './SearchField.tsx';

/** The keys of the board; the list for people is in layout/shortcuts.ts. */
export function useBoardKeys(): void {
  const navigate = useNavigate();
  const store = useLiveStore();
  const { perform, undoNewest } = useIncidentActions();
  const disabledReason = useDisabledReason();
  useEffect(() => {
    function act(kind: ActionKind): void {
      const incident = focusedIncident();
      if (incident === undefined) return;
      if (disabledReason !== undefined) toast(disabledReason);
      else perform(kind, incident);
    }
    function focusedIncident() {
      const id = focusedIncidentId();
      if (id === null) return undefined;
      const { incidents, pending } = store.getState();
      const incident = incidents.get(id);
      return incident && withPending(incident, pending.get(id));
    }
    function open(): void {
      const incident = focusedIncident();
      if (incident) void navigate({ to: '/incidents/$id', params: { id: String(incident.number) } });
    }
    // On a link or a button inside a card Enter already means something.
    function openFocusedCard({ target }: KeyboardEvent): void {
      if (target instanceof HTMLElement && target.matches('[data-incident]')) open();
    }
    return bindKeys({
      j: () => focusNeighbour(1),
      k: () => focusNeighbour(-1),
      h: () => focusBeside(-1),
      l: () => focusBeside(1),
      o: open,
      Enter: openFocusedCard,
      a: () => act('ACKNOWLEDGE'),
      r: () => act('RESOLVE'),
      z: () => {
        if (!undoNewest()) toast('Nothing to undo');
      },
      '/': (event) => {
        event.preventDefault();
        document.getElementById(searchFieldId)?.focus();
      },
    });
  }, [navigate, store, perform, undoNewest, disabledReason]);
}
