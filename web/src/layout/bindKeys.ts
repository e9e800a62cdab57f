import { type KeyBindingMap, tinykeys } from 'tinykeys';
import { areShortcutsOn } from './shortcuts.ts';

/** Binds single keys for the page. They rest in fields, under dialogs, and when people switched them off. */
export function bindKeys(bindings: KeyBindingMap): () => void {
  const guarded = Object.entries(bindings).map(([keys, handle]) => [
    keys,
    (event: KeyboardEvent) => {
      if (!event.defaultPrevented && !isTaken(event.target) && areShortcutsOn()) handle(event);
    },
  ]);
  return tinykeys(window, Object.fromEntries(guarded));
}

function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return true;
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
