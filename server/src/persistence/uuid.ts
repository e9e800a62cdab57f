const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether Postgres takes a text for a uuid, so that a wrong id is answered and not thrown. */
export function isUuid(text: string): boolean {
  return pattern.test(text);
}
