const policiesViews = ['document', 'history'] as const;

/** What the page shows, as it stands in the URL. What is left out is the default. */
export interface PoliciesSearch {
  /** The one in force when it is left out. */
  readonly version?: string;
  /** What is different from the one in force, or for that itself its document, when it is left out. */
  readonly view?: (typeof policiesViews)[number];
  /** The version whose document is being edited as a draft. */
  readonly edit?: string;
  /** The draft alone, instead of beside the policy in force. */
  readonly alone?: '1';
}

/** Takes what is known from a URL and leaves out the rest: for the route's `validateSearch`. */
export function parsePoliciesSearch(raw: Readonly<Record<string, unknown>>): PoliciesSearch {
  const version = versionOf(raw.version);
  const edit = versionOf(raw.edit);
  const view = policiesViews.find((each) => each === raw.view);
  return {
    ...(version === undefined ? {} : { version }),
    ...(view === undefined ? {} : { view }),
    ...(edit === undefined ? {} : { edit }),
    ...(edit !== undefined && String(raw.alone) === '1' ? { alone: '1' } : {}),
  };
}

function versionOf(raw: unknown): string | undefined {
  const text = String(raw ?? '');
  return /^[1-9]\d{0,8}$/.test(text) ? text : undefined;
}
