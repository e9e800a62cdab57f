/** The number of an incident in a URL; undefined for anything else. */
export function parseIncidentNumber(raw: unknown): string | undefined {
  const text = String(raw ?? '');
  return /^\d{1,10}$/.test(text) ? text : undefined;
}
