import type { Command } from './command.ts';

const onKey = 'vigil.shortcuts';
const chosenKey = 'vigil.keys';

/** What a person chose: keys by the command's id. */
export type ChosenKeys = Readonly<Record<string, readonly string[]>>;

/** Single keys can be switched off: speech input and shaky hands press them by accident (WCAG 2.1.4). */
export function areSingleKeysOn(): boolean {
  return read(onKey) !== 'off';
}

export function switchSingleKeys(isOn: boolean): void {
  write(onKey, isOn ? 'on' : 'off');
}

export function readChosenKeys(): ChosenKeys {
  return parseChosenKeys(read(chosenKey));
}

/** What is not understood is left out: the defaults then hold. */
export function parseChosenKeys(text: string | null): ChosenKeys {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
  if (typeof parsed !== 'object' || parsed === null) return {};
  return Object.fromEntries(
    Object.entries(parsed).filter(
      (entry): entry is [string, string[]] =>
        Array.isArray(entry[1]) && entry[1].every((keys) => typeof keys === 'string' && keys.length <= 40),
    ),
  );
}

export function keepChosenKeys(chosen: ChosenKeys): void {
  write(chosenKey, JSON.stringify(chosen));
}

/** The keys of a command: those that were chosen, else its own. */
export function keysOf(command: Pick<Command, 'id' | 'keys'>, chosen: ChosenKeys): readonly string[] {
  return (Object.hasOwn(chosen, command.id) ? chosen[command.id] : command.keys) ?? [];
}

/** The command that already has these keys, or whose keys begin with them or begin them: they could not be told apart. */
export function holderOf(keys: string, commands: readonly Command[], chosen: ChosenKeys): Command | undefined {
  const clashes = (other: string) => other === keys || other.startsWith(`${keys} `) || keys.startsWith(`${other} `);
  return commands.find((command) => keysOf(command, chosen).some(clashes));
}

function read(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, text: string): void {
  try {
    window.localStorage.setItem(key, text);
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
  }
}
