const words: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ' ': 'Space',
  Space: 'Space',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** Keys as people read them: `Shift+?` is `?`, `$mod+k` is `Ctrl K` or `⌘ K`, a sequence stays in its order. */
export function formatKeys(keys: string, isMac: boolean = isMacintosh()): string {
  return keys
    .split(' ')
    .map((press) => formatPress(press, isMac))
    .join(' ');
}

function formatPress(press: string, isMac: boolean): string {
  const parts = press.split('+').filter((part, index, all) => part !== '' || index === all.length - 1);
  const key = parts.at(-1) ?? '';
  // Shift is how the character comes about; with a letter it is a key of its own.
  const modifiers = parts.slice(0, -1).filter((part) => part !== 'Shift' || /^[a-z]$/i.test(key) || key.length > 1);
  const shown = modifiers.map((part) => (part === '$mod' ? (isMac ? '⌘' : 'Ctrl') : part));
  return [...shown, words[key] ?? key].join(' ');
}

function isMacintosh(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
}
