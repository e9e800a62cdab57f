import { useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { Command } from './command.ts';
import { commandRegistry } from './commandRegistry.ts';

/** Offers commands while the component is shown: by key, in the palette and in the help. Keep the array the same (useMemo). */
export function useCommands(commands: readonly Command[]): void {
  const [owner] = useState(() => Symbol('owner of commands'));
  useLayoutEffect(() => commandRegistry.offer(owner, commands), [owner, commands]);
  useLayoutEffect(() => () => commandRegistry.offer(owner, []), [owner]);
}

/** All that can be done now. */
export function useOfferedCommands(): readonly Command[] {
  return useSyncExternalStore(commandRegistry.subscribe, commandRegistry.list);
}
