import type { Command } from './command.ts';

export interface CommandRegistry {
  /** Replaces what `owner` offers; an empty list takes it away. */
  readonly offer: (owner: symbol, commands: readonly Command[]) => void;
  /** What can be done now. The same array until something changes; of two with one id the newer offer counts. */
  readonly list: () => readonly Command[];
  readonly subscribe: (listener: () => void) => () => void;
}

function createCommandRegistry(): CommandRegistry {
  const offers = new Map<symbol, readonly Command[]>();
  const listeners = new Set<() => void>();
  let all: readonly Command[] = [];
  return {
    offer(owner, commands) {
      if (commands.length === 0) offers.delete(owner);
      else offers.set(owner, commands);
      const byId = new Map([...offers.values()].flat().map((command) => [command.id, command]));
      all = [...byId.values()];
      for (const listener of listeners) listener();
    },
    list: () => all,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** One for the page: shell and pages offer, keys, palette and help read. */
export const commandRegistry = createCommandRegistry();
