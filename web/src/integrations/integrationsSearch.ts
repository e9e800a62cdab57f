/** What the page shows, as it stands in the URL. */
export interface IntegrationsSearch {
  /** The way in that is shown; curl when it is left out. */
  readonly way?: string;
}

/** Takes what is known from a URL and leaves out the rest: for the route's `validateSearch`. */
export function parseIntegrationsSearch(raw: Readonly<Record<string, unknown>>): IntegrationsSearch {
  return typeof raw.way === 'string' && /^[a-z0-9-]{1,40}$/.test(raw.way) ? { way: raw.way } : {};
}
