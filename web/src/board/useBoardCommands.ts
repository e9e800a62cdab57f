import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Command } from '../commands/command.ts';
import { useCommands } from '../commands/useCommands.ts';
import type { CommandTarget } from '../incident/commands/CommandTarget.ts';
import { useIncidentCommands } from '../incident/commands/useIncidentCommands.ts';
import { shownIncident } from '../incident/shownIncident.ts';
import { useLiveStore } from '../live/LiveContext.tsx';
import { type ActionKind, withPending } from '../live/pendingAction.ts';
import { useSelection } from '../selection/SelectionContext.tsx';
import { focusBeside, focusedCard, focusedIncidentId, focusNeighbour, visibleOrder } from './cardFocus.ts';
import { searchFieldId } from './SearchField.tsx';

/** Presses the button of a storm's card that has the focus. */
function pressInStorm(kind: ActionKind | 'toggle'): boolean {
  const button = focusedCard()?.querySelector<HTMLElement>(`[data-storm="${kind}"]`) ?? null;
  button?.click();
  return button !== null;
}

/** What can be done on the board. */
export function useBoardCommands(): void {
  const navigate = useNavigate({ from: '/' });
  const isGrid = useSearch({ from: '/', select: ({ view }) => view === 'grid' });
  const store = useLiveStore();
  const selection = useSelection();
  const targets = useCallback((): readonly CommandTarget[] => {
    const { incidents, pending } = store.getState();
    const known = (ids: Iterable<string>) =>
      [...ids].flatMap((id) => {
        const incident = incidents.get(id);
        return incident === undefined ? [] : [withPending(incident, pending.get(id))];
      });
    const selected = known(selection.get().ids);
    if (selected.length > 0) return selected;
    const focused = focusedIncidentId();
    if (focused !== null) return known([focused]);
    const shown = shownIncident();
    return shown === null ? [] : [shown];
  }, [store, selection]);
  useIncidentCommands({ targets, pressFocused: pressInStorm });

  const commands = useMemo((): readonly Command[] => {
    function goToSearch(event: KeyboardEvent | null): void {
      event?.preventDefault();
      document.getElementById(searchFieldId)?.focus();
    }
    function selectFocused(isRange: boolean): void {
      const id = focusedIncidentId();
      if (id === null || !store.getState().incidents.has(id)) return;
      if (isRange) selection.extend(id, visibleOrder());
      else selection.toggle(id);
    }
    function selectOnward(step: 1 | -1): void {
      if (selection.get().anchor === null) selectFocused(false);
      focusNeighbour(step);
      selectFocused(true);
    }
    const move = { group: 'Board', isKeyOnly: true } as const;
    const view = isGrid ? ('columns' as const) : ('grid' as const);
    return [
      { ...move, id: 'next', title: 'Next incident', keys: ['j'], run: () => focusNeighbour(1) },
      { ...move, id: 'previous', title: 'Previous incident', keys: ['k'], run: () => focusNeighbour(-1) },
      { ...move, id: 'left', title: 'Column to the left', keys: ['h'], run: () => focusBeside(-1) },
      { ...move, id: 'right', title: 'Column to the right', keys: ['l'], run: () => focusBeside(1) },
      { ...move, id: 'select', title: 'Select', keys: ['x'], run: () => selectFocused(false) },
      { ...move, id: 'select range', title: 'Select to here', keys: ['Shift+x'], run: () => selectFocused(true) },
      { ...move, id: 'select next', title: 'Select downwards', keys: ['Shift+j'], run: () => selectOnward(1) },
      { ...move, id: 'select previous', title: 'Select upwards', keys: ['Shift+k'], run: () => selectOnward(-1) },
      {
        id: 'select all',
        title: 'Select all that are shown',
        group: 'Board',
        run: () => selection.add(visibleOrder()),
      },
      { id: 'clear selection', title: 'Select nothing', group: 'Board', run: selection.clear },
      { id: 'search', title: 'Search', group: 'Board', keys: ['/'], words: 'filter find', run: goToSearch },
      {
        id: 'view',
        title: isGrid ? 'Show columns' : 'Show a grid',
        group: 'Board',
        keys: ['v'],
        words: 'view table rows cards dense',
        run: () => void navigate({ search: (before) => ({ ...before, view: view === 'grid' ? view : undefined }) }),
      },
    ];
  }, [store, selection, navigate, isGrid]);
  useCommands(commands);
}
