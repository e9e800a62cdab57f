/** The keys, in words, for the help dialog. */
export const shortcuts = [
  { keys: ['j', 'k'], does: 'Next, previous incident' },
  { keys: ['h', 'l'], does: 'Column to the left, to the right' },
  { keys: ['o', 'Enter'], does: 'Open the incident' },
  { keys: ['a'], does: 'Acknowledge' },
  { keys: ['r'], does: 'Resolve' },
  { keys: ['z'], does: 'Undo, for 10 seconds' },
  { keys: ['/'], does: 'Search' },
  { keys: ['g b', 'g i', 'g e'], does: 'Go to the board, the incidents, the explorer' },
  { keys: ['Esc'], does: 'Back from an incident' },
  { keys: ['?'], does: 'These keys' },
] as const;

const storageKey = 'vigil.shortcuts';

/** Single keys can be switched off: speech input and shaky hands press them by accident (WCAG 2.1.4). */
export function areShortcutsOn(): boolean {
  try {
    return window.localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

export function switchShortcuts(isOn: boolean): void {
  try {
    window.localStorage.setItem(storageKey, isOn ? 'on' : 'off');
  } catch {
    // Without storage they stay on.
  }
}
