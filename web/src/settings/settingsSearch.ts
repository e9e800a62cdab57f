export const settingsViews = ['you', 'tokens', 'channels', 'learning'] as const;
export type SettingsView = (typeof settingsViews)[number];

/** What the page shows, as it stands in the URL. */
export interface SettingsSearch {
  /** Who is signed in, and their preferences, when it is left out. */
  readonly view?: Exclude<SettingsView, 'you'>;
}

/** Takes what is known from a URL and leaves out the rest: for the route's `validateSearch`. */
export function parseSettingsSearch(raw: Readonly<Record<string, unknown>>): SettingsSearch {
  const view = settingsViews.find((each) => each === raw.view);
  return view === undefined || view === 'you' ? {} : { view };
}
