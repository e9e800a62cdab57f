import type { CommandTarget } from './CommandTarget.ts';

/** What every dialog of a command gets: one incident, or all of a selection. */
export interface CommandProps {
  readonly targets: readonly [CommandTarget, ...CommandTarget[]];
  readonly onClose: () => void;
}

/** `#12`, or how many. */
export function nameOf(targets: CommandProps['targets']): string {
  return targets.length === 1 ? `#${targets[0].number}` : `${targets.length} incidents`;
}
