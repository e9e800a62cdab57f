import type { Severity, TimeBucket } from '../__generated__/operations.ts';
import { severities } from '../components/severity.ts';
import { splitList } from '../incidents/incidentsSearch.ts';
import { type BehindSearch, parseBehindSearch } from './behindSearch.ts';

export const presets = ['24h', '7d', '30d', '90d'] as const;
export type Preset = (typeof presets)[number];
const defaultPreset = '30d' satisfies Preset;

export const groupings = ['service', 'severity', 'source', 'responder', 'label'] as const;
export type Grouping = (typeof groupings)[number];

export const bucketNames = ['hour', 'day', 'week', 'month'] as const;
export type BucketName = (typeof bucketNames)[number];

export const bucketOf = {
  hour: 'HOUR',
  day: 'DAY',
  week: 'WEEK',
  month: 'MONTH',
} as const satisfies Record<BucketName, TimeBucket>;

/** What the page shows, as it stands in the URL. What is left out is the default, so that the plain page has a plain URL. */
export interface MetricsSearch extends BehindSearch {
  /** The last 30 days when it is left out. */
  readonly range?: Exclude<Preset, '30d'>;
  /** Instead of `range`: a wall clock in the time zone, for example `2026-11-01T08:00`. Both or none. */
  readonly from?: string;
  readonly to?: string;
  /** An IANA time zone; the browser's when it is left out. */
  readonly tz?: string;
  /** How wide a point is; by the length of the range when it is left out. */
  readonly per?: BucketName;
  /** Separated by commas, as in `joinTexts`. */
  readonly severity?: string;
  readonly service?: string;
  readonly source?: string;
  readonly responder?: string;
  /** `name=value`, separated by commas. */
  readonly label?: string;
  /** The severity at the resolution when it is left out. */
  readonly attribution?: 'highest';
  /** What the table is about; services when it is left out. */
  readonly by?: Exclude<Grouping, 'service'>;
  /** Which label, where the table is about one. */
  readonly labelName?: string;
  /** The table's column, with `-` for the largest first. */
  readonly sort?: string;
  /** What the hours show; incidents opened when it is left out. */
  readonly hours?: 'mtta';
}

const wallTime = /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/;
const longestText = 5_000;

/** Takes what is known from a URL and leaves out the rest: for the route's `validateSearch`. */
export function parseMetricsSearch(raw: Readonly<Record<string, unknown>>): MetricsSearch {
  const range = presets.find((each) => each === raw.range);
  const from = wallTimeIn(raw.from);
  const to = wallTimeIn(raw.to);
  const hasOwnRange = from !== undefined && to !== undefined;
  const severity = splitList(textOf(raw.severity), severities).join(',');
  const by = groupings.find((each) => each === raw.by);
  return withoutAbsent({
    range: hasOwnRange || range === defaultPreset ? undefined : range,
    from: hasOwnRange ? from : undefined,
    to: hasOwnRange ? to : undefined,
    tz: timeZoneIn(raw.tz),
    per: bucketNames.find((each) => each === raw.per),
    severity: severity === '' ? undefined : severity,
    service: textOf(raw.service),
    source: textOf(raw.source),
    responder: textOf(raw.responder),
    label: textOf(raw.label),
    attribution: raw.attribution === 'highest' ? 'highest' : undefined,
    by: by === 'service' ? undefined : by,
    labelName: textOf(raw.labelName),
    sort: textOf(raw.sort),
    hours: raw.hours === 'mtta' ? 'mtta' : undefined,
    ...parseBehindSearch(raw),
  });
}

/** The preset in force; undefined where the range is one's own. */
export function presetOf({ range, from }: MetricsSearch): Preset | undefined {
  return from === undefined ? (range ?? defaultPreset) : undefined;
}

export function severitiesOf({ severity }: MetricsSearch): readonly Severity[] {
  return splitList(severity, severities);
}

export function isFiltered({ severity, service, source, responder, label }: MetricsSearch): boolean {
  return [severity, service, source, responder, label].some((each) => each !== undefined);
}

/** To be shown instead of the filters in force. */
export const noFilters = {
  severity: undefined,
  service: undefined,
  source: undefined,
  responder: undefined,
  label: undefined,
} as const;

type Optional<T> = { readonly [Key in keyof T]: T[Key] | undefined };

/** What is undefined does not stand in a URL, and is not there. */
export function withoutAbsent<T extends object>(given: Optional<T>): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== '')) as T;
}

function textOf(raw: unknown): string | undefined {
  return typeof raw === 'string' && raw !== '' ? raw.slice(0, longestText) : undefined;
}

function wallTimeIn(raw: unknown): string | undefined {
  return typeof raw === 'string' && wallTime.test(raw) ? raw : undefined;
}

function timeZoneIn(raw: unknown): string | undefined {
  if (typeof raw !== 'string' || !/^[a-z]/i.test(raw)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: raw }).resolvedOptions().timeZone === '' ? undefined : raw;
  } catch {
    return undefined;
  }
}
