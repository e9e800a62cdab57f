/** In the order in which the palette and the help show them. */
export const commandGroups = ['Incident', 'Board', 'List', 'Page', 'Go to', 'View', 'Session'] as const;

export type CommandGroup = (typeof commandGroups)[number];

/** Something that a person can do here: by its keys, from the palette, and most of it by a click as well. */
export interface Command {
  /** Stays the same over versions: keys that a person chose are kept under it. */
  readonly id: string;
  /** An imperative: "Go to the board". */
  readonly title: string;
  readonly group: CommandGroup;
  /** As tinykeys reads them: `a`, `Shift+?`, `$mod+k`, or a sequence such as `g b`. */
  readonly keys?: readonly string[];
  /** More words that find it in the palette. */
  readonly words?: string;
  /** Why it cannot be done now. */
  readonly disabledReason?: string | undefined;
  /** True for what means nothing without its key, for example moving the focus. */
  readonly isKeyOnly?: boolean;
  readonly run: (event: KeyboardEvent | null) => void;
}
