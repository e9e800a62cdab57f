const storageKey = 'vigil.timeZone';

/** The IANA time zone that somebody chose for this browser; null for the browser's own. */
export function chosenTimeZone(): string | null {
  try {
    return knownZone(window.localStorage.getItem(storageKey));
  } catch {
    return null;
  }
}

export function chooseTimeZone(timeZone: string | null): void {
  try {
    if (timeZone === null) window.localStorage.removeItem(storageKey);
    else window.localStorage.setItem(storageKey, timeZone);
  } catch {
    // Without storage it stays the browser's own.
  }
}

/** Another version of a browser may not know it any more. */
function knownZone(name: string | null): string | null {
  if (name === null) return null;
  try {
    return new Intl.DateTimeFormat(undefined, { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
