const keyOf = (version: number) => `vigil.policyDraft.${version}`;

/** What somebody typed and has not saved: it survives a reload, and ends with the tab. */
export function readKeptDraft(version: number): string | null {
  try {
    return window.sessionStorage.getItem(keyOf(version));
  } catch {
    return null;
  }
}

export function keepDraft(version: number, text: string): void {
  try {
    window.sessionStorage.setItem(keyOf(version), text);
  } catch {
    // Without storage it lives as long as the page.
  }
}

export function forgetDraft(version: number): void {
  try {
    window.sessionStorage.removeItem(keyOf(version));
  } catch {
    // Then nothing was kept.
  }
}
