/** What the page shows, as it stands in the URL. What is left out is the default. */
export interface ServicesSearch {
  readonly q?: string;
  /** The catalogue when it is left out. */
  readonly view?: 'learned';
  /** The service that is shown beside the list. */
  readonly service?: string;
  /** A form is open: for a new service, for the one that is shown, or for a file. */
  readonly form?: 'new' | 'edit' | 'import';
}

const forms = ['new', 'edit', 'import'] as const;
const longestText = 200;

/** Takes what is known from a URL and leaves out the rest: for the route's `validateSearch`. */
export function parseServicesSearch(raw: Readonly<Record<string, unknown>>): ServicesSearch {
  const q = textOf(raw.q);
  const service = textOf(raw.service);
  const form = forms.find((each) => each === raw.form);
  return {
    ...(q === undefined ? {} : { q }),
    ...(raw.view === 'learned' ? { view: 'learned' } : {}),
    ...(service === undefined ? {} : { service }),
    ...(form === undefined || (form === 'edit' && service === undefined) ? {} : { form }),
  };
}

/** The router reads `?service=12` as a number. */
function textOf(raw: unknown): string | undefined {
  const text = typeof raw === 'string' || typeof raw === 'number' ? String(raw).slice(0, longestText) : '';
  return text === '' ? undefined : text;
}
