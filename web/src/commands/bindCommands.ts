import { createKeybindingsHandler } from 'tinykeys';
import type { Command } from './command.ts';
import { commandRegistry } from './commandRegistry.ts';
import { areSingleKeysOn, keysOf, readChosenKeys } from './keySettings.ts';

/** Keys of a sequence follow each other within this time, as tinykeys has it. */
const sequenceMs = 1_000;

/** Listens for the keys of all commands that are offered, until the answer is called. */
export function bindCommands(): () => void {
  let bound = '';
  let idOf: ReadonlyMap<string, string> = new Map();
  /** The key before, which may begin a sequence. */
  let last = { key: '', atMs: Number.NEGATIVE_INFINITY };
  let handle: EventListener = () => {};
  function bindAgain(): void {
    const chosen = readChosenKeys();
    const found = new Map<string, string>();
    for (const command of commandRegistry.list()) {
      for (const keys of keysOf(command, chosen)) found.set(keys, command.id);
    }
    // A new handler forgets the first key of a sequence: only another set of keys is worth that.
    const next = JSON.stringify([...found]);
    if (next === bound) return;
    bound = next;
    idOf = found;
    handle = createKeybindingsHandler(
      Object.fromEntries([...idOf].map(([keys, id]) => [keys, (event: KeyboardEvent) => run(id, keys, event)])),
    );
  }
  function run(id: string, keys: string, event: KeyboardEvent): void {
    // The i of `g i` is not the i that stands alone.
    const endsSequence = performance.now() - last.atMs < sequenceMs && idOf.has(`${last.key} ${keys}`);
    if (!endsSequence) runByKey(id, keys, event);
  }
  function listen(event: Event): void {
    handle(event);
    if (event instanceof KeyboardEvent && event.key.length === 1) last = { key: event.key, atMs: performance.now() };
  }
  bindAgain();
  const unsubscribe = commandRegistry.subscribe(bindAgain);
  window.addEventListener('keydown', listen);
  window.addEventListener(keysChanged, bindAgain);
  return () => {
    unsubscribe();
    window.removeEventListener('keydown', listen);
    window.removeEventListener(keysChanged, bindAgain);
  };
}

/** Dispatched on the window when a person has chosen other keys. */
export const keysChanged = 'vigil:keys-changed';

function runByKey(id: string, keys: string, event: KeyboardEvent): void {
  const command: Command | undefined = commandRegistry.list().find((each) => each.id === id);
  if (command === undefined || event.defaultPrevented || isDialogOpen()) return;
  // Keys that are pressed with Ctrl or Cmd mean the same in a field, and nobody presses them by accident.
  const isChord = /\$mod|Control|Meta/.test(keys);
  if (!isChord && (isTyping(event.target) || !areSingleKeysOn())) return;
  if (isChord) event.preventDefault();
  command.run(event);
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
