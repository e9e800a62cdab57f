import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { toast } from 'sonner';
import { useDisabledReason, useIncidentActions } from '../actions/useIncidentActions.ts';
import type { Command } from '../commands/command.ts';
import { useCommands } from '../commands/useCommands.ts';
import { useLiveStore } from '../live/LiveContext.tsx';
import { type ActionKind, withPending } from '../live/pendingAction.ts';
import { focusBeside, focusedIncidentId, focusNeighbour } from './cardFocus.ts';
import { searchFieldId } from './SearchField.tsx';

/** What can be done on the board. */
export function useBoardCommands(): void {
  const navigate = useNavigate();
  const store = useLiveStore();
  const { perform, undoNewest } = useIncidentActions();
  const disabledReason = useDisabledReason();
  const commands = useMemo((): readonly Command[] => {
    function focusedIncident() {
      const id = focusedIncidentId();
      if (id === null) return undefined;
      const { incidents, pending } = store.getState();
      const incident = incidents.get(id);
      return incident && withPending(incident, pending.get(id));
    }
    function act(kind: ActionKind): void {
      const incident = focusedIncident();
      if (incident === undefined) toast('Choose an incident first, with j and k.');
      else if (disabledReason !== undefined) toast(disabledReason);
      else perform(kind, incident);
    }
    function open(event: KeyboardEvent | null): void {
      // On a link or a button inside a card Enter already means something.
      const isOnCard = event?.target instanceof HTMLElement && event.target.matches('[data-incident]');
      if (event?.key === 'Enter' && !isOnCard) return;
      const incident = focusedIncident();
      if (incident) void navigate({ to: '/incidents/$id', params: { id: String(incident.number) } });
    }
    function goToSearch(event: KeyboardEvent | null): void {
      event?.preventDefault();
      document.getElementById(searchFieldId)?.focus();
    }
    function undo(): void {
      if (!undoNewest()) toast('Nothing to undo');
    }
    const move = { group: 'Board', isKeyOnly: true } as const;
    return [
      { ...move, id: 'next', title: 'Next incident', keys: ['j'], run: () => focusNeighbour(1) },
      { ...move, id: 'previous', title: 'Previous incident', keys: ['k'], run: () => focusNeighbour(-1) },
      { ...move, id: 'left', title: 'Column to the left', keys: ['h'], run: () => focusBeside(-1) },
      { ...move, id: 'right', title: 'Column to the right', keys: ['l'], run: () => focusBeside(1) },
      { id: 'search', title: 'Search', group: 'Board', keys: ['/'], words: 'filter find', run: goToSearch },
      { id: 'open', title: 'Open', group: 'Incident', keys: ['o', 'Enter'], run: open },
      { id: 'acknowledge', title: 'Acknowledge', group: 'Incident', keys: ['a'], run: () => act('ACKNOWLEDGE') },
      { id: 'resolve', title: 'Resolve', group: 'Incident', keys: ['r'], run: () => act('RESOLVE') },
      { id: 'undo', title: 'Undo, for 10 seconds', group: 'Incident', keys: ['z'], run: undo },
    ];
  }, [navigate, store, perform, undoNewest, disabledReason]);
  useCommands(commands);
}
