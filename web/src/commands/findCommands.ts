import { type Command, type CommandGroup, commandGroups } from './command.ts';

export interface FoundGroup {
  readonly group: CommandGroup;
  readonly commands: readonly Command[];
}

/** The commands in which every word of the text begins a word, by group; all of them for no text. */
export function findCommands(commands: readonly Command[], text: string): readonly FoundGroup[] {
  const sought = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = commands.filter((command) => !command.isKeyOnly && matches(command, sought));
  return commandGroups
    .map((group) => ({ group, commands: found.filter((command) => command.group === group) }))
    .filter(({ commands: some }) => some.length > 0);
}

function matches({ title, group, words = '' }: Command, sought: readonly string[]): boolean {
  const known = `${title} ${group} ${words}`.toLowerCase().split(/[\s/(),…]+/);
  return sought.every((word) => known.some((each) => each.startsWith(word)));
}
