import type { SilenceState } from '../__generated__/operations.ts';

const silencesViews = ['silences', 'maintenance', 'held'] as const;
type SilencesView = (typeof silencesViews)[number];

export const silenceStates: readonly SilenceState[] = ['ACTIVE', 'PENDING', 'EXPIRED'];

export const stateWords = {
  ACTIVE: 'Active',
  PENDING: 'Pending',
  EXPIRED: 'Expired',
} as const satisfies Record<SilenceState, string>;

/** What the page shows, as it stands in the URL. What is left out is the default. */
export interface SilencesSearch {
  /** Silences when it is left out. */
  readonly view?: Exclude<SilencesView, 'silences'>;
  /** Active ones when it is left out. */
  readonly state?: SilenceState;
  /** The form is open. */
  readonly new?: '1';
  /** What the form begins with, as Alertmanager writes matchers. */
  readonly matcher?: string;
  readonly comment?: string;
  /** The silence that ends when the new one is made. */
  readonly replaces?: string;
}

const longestText = 5_000;

/** Takes what is known from a URL and leaves out the rest: for the route's `validateSearch`. */
export function parseSilencesSearch(raw: Readonly<Record<string, unknown>>): SilencesSearch {
  const view = silencesViews.find((each) => each === raw.view);
  const state = silenceStates.find((each) => each === raw.state);
  const isNew = String(raw.new) === '1';
  const matcher = textOf(raw.matcher);
  const comment = textOf(raw.comment);
  const replaces = textOf(raw.replaces);
  return {
    ...(view === undefined || view === 'silences' ? {} : { view }),
    ...(state === undefined || state === 'ACTIVE' ? {} : { state }),
    ...(isNew ? { new: '1' } : {}),
    ...(isNew && matcher !== undefined ? { matcher } : {}),
    ...(isNew && comment !== undefined ? { comment } : {}),
    ...(isNew && replaces !== undefined ? { replaces } : {}),
  };
}

function textOf(raw: unknown): string | undefined {
  return typeof raw === 'string' && raw !== '' ? raw.slice(0, longestText) : undefined;
}
