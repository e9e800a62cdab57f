import type { CommandTarget } from './commands/CommandTarget.ts';

let shown: CommandTarget | null = null;

/** The incident whose story is on the screen: its page, or the panel beside the board. One at a time. */
export function shownIncident(): CommandTarget | null {
  return shown;
}

/** Says which one is shown; the answer takes it back. */
export function showIncident(target: CommandTarget): () => void {
  shown = target;
  return () => {
    if (shown?.id === target.id) shown = null;
  };
}
