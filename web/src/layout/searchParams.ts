/** URLs that people can read and write: every value is text, and a key stands once. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const entries = Object.entries(search).flatMap(([key, value]) =>
    value === undefined || value === null ? [] : [[key, String(value)]],
  );
  // Commas separate lists and need no escaping in a query.
  const text = new URLSearchParams(entries).toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}
