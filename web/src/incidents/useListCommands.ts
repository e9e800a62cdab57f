import { useCallback, useMemo } from 'react';
import { focusedIncidentId, focusNeighbour } from '../board/cardFocus.ts';
import type { Command } from '../commands/command.ts';
import { useCommands } from '../commands/useCommands.ts';
import { useIncidentCommands } from '../incident/commands/useIncidentCommands.ts';
import { shownIncident } from '../incident/shownIncident.ts';
import type { ListedIncident } from './IncidentTable.tsx';

/** What can be done in the list: the same as on the board, with the row that has the focus. */
export function useListCommands(incidents: readonly ListedIncident[]): void {
  const targets = useCallback(() => {
    const id = focusedIncidentId();
    const focused = incidents.find((incident) => incident.id === id);
    if (focused !== undefined) return [focused];
    const shown = shownIncident();
    return shown === null ? [] : [shown];
  }, [incidents]);
  useIncidentCommands({ targets });
  const commands = useMemo((): readonly Command[] => {
    const move = { group: 'List', isKeyOnly: true } as const;
    return [
      { ...move, id: 'next', title: 'Next incident', keys: ['j'], run: () => focusNeighbour(1) },
      { ...move, id: 'previous', title: 'Previous incident', keys: ['k'], run: () => focusNeighbour(-1) },
      {
        id: 'search',
        title: 'Search',
        group: 'List',
        keys: ['/'],
        words: 'filter find',
        run: (event) => {
          event?.preventDefault();
          document.querySelector<HTMLElement>('input[type="search"]')?.focus();
        },
      },
    ];
  }, []);
  useCommands(commands);
}
