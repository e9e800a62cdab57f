const storageKey = 'vigil.token';

/** The token of a sign-in link: it stands in the fragment, which a browser never sends, so it reaches no log. */
export function tokenOfFragment(fragment: string): string | null {
  const token = new URLSearchParams(fragment.replace(/^#/, '')).get('token')?.trim();
  return token ? token : null;
}

/** What people paste: the token alone, or the whole sign-in link. */
export function tokenOfInput(input: string): string | null {
  const text = input.trim().replace(/^Bearer\s+/i, '');
  const fragmentAt = text.indexOf('#');
  if (fragmentAt >= 0) return tokenOfFragment(text.slice(fragmentAt));
  return text === '' || /\s/.test(text) ? null : text;
}

/** A wall screen keeps its link: it starts with it again after a power cut, and has no business with other tokens here. */
export function isWall(): boolean {
  return window.location.pathname === '/wall';
}

/** Takes the token out of the address bar and keeps it; then it is in no bookmark and no screenshot. */
export function takeTokenFromLocation(): string | null {
  const token = tokenOfFragment(window.location.hash);
  if (token === null || isWall()) return token;
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  return token;
}

// A browser may forbid storage: the session then lasts as long as the page.
export function readToken(): string | null {
  try {
    return window.localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

export function keepToken(token: string): void {
  try {
    window.localStorage.setItem(storageKey, token);
  } catch {
    // See readToken.
  }
}

export function forgetToken(): void {
  try {
    window.localStorage.removeItem(storageKey);
  } catch {
    // See readToken.
  }
}
