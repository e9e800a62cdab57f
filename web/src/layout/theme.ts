export type Theme = 'system' | 'light' | 'dark';

const storageKey = 'vigil.theme';
const order: readonly Theme[] = ['system', 'light', 'dark'];

/** The theme of a URL's `theme`, undefined when it names none. */
export function parseTheme(raw: unknown): Exclude<Theme, 'system'> | undefined {
  return raw === 'light' || raw === 'dark' ? raw : undefined;
}

/** The theme that this browser was given before. */
export function readTheme(): Theme {
  try {
    const kept = window.localStorage.getItem(storageKey);
    return order.find((theme) => theme === kept) ?? 'system';
  } catch {
    return 'system';
  }
}

export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function keepTheme(theme: Theme): void {
  try {
    window.localStorage.setItem(storageKey, theme);
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
  }
}

export function themeAfter(theme: Theme): Theme {
  return order[(order.indexOf(theme) + 1) % order.length] ?? 'system';
}
