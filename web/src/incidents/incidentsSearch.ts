import type { IncidentListQueryVariables, IncidentOrder } from '../__generated__/operations.ts';
import { severities } from '../components/severity.ts';
import { statuses } from '../components/status.ts';
import { parseIncidentNumber } from '../incident/parseIncidentNumber.ts';

/** What the list shows, as it stands in the URL. What is left out is the default. */
export interface IncidentsSearch {
  readonly q?: string;
  /** Statuses to show, separated by commas. */
  readonly status?: string;
  /** Severities to show, separated by commas. */
  readonly severity?: string;
  readonly order?: IncidentOrder;
  /** The page behind this cursor, or before it; at most one of both. */
  readonly after?: string;
  readonly before?: string;
  /** The number of the incident that is shown beside. */
  readonly incident?: string;
}

export const orderWords = {
  URGENCY: 'Most urgent first',
  OPENED_AT_DESC: 'Newest first',
  OPENED_AT_ASC: 'Oldest first',
} as const satisfies Record<IncidentOrder, string>;

export const orders: readonly IncidentOrder[] = ['URGENCY', 'OPENED_AT_DESC', 'OPENED_AT_ASC'];

const incidentsPageSize = 50;
const longestSearch = 200;

/** The words of a list that are known, in the known order. */
export function splitList<T extends string>(list: string | undefined, known: readonly T[]): readonly T[] {
  const words = (list ?? '').split(',');
  return known.filter((each) => words.includes(each));
}

function listOf(raw: unknown, known: readonly string[]): string | undefined {
  const found = splitList(typeof raw === 'string' ? raw : undefined, known);
  return found.length > 0 ? found.join(',') : undefined;
}

/** The router reads `?q=12` as a number. */
function textOf(raw: unknown): string | undefined {
  if (typeof raw !== 'string' && typeof raw !== 'number') return undefined;
  const text = String(raw).slice(0, longestSearch);
  return text === '' ? undefined : text;
}

/** Takes what is known from a URL and leaves out the rest: for the route's `validateSearch`. */
export function parseIncidentsSearch(raw: Readonly<Record<string, unknown>>): IncidentsSearch {
  const q = textOf(raw.q);
  const status = listOf(raw.status, statuses);
  const severity = listOf(raw.severity, severities);
  const order = orders.find((each) => each === raw.order);
  const after = textOf(raw.after);
  const before = after === undefined ? textOf(raw.before) : undefined;
  const incident = parseIncidentNumber(raw.incident);
  return {
    ...(q === undefined ? {} : { q }),
    ...(status === undefined ? {} : { status }),
    ...(severity === undefined ? {} : { severity }),
    ...(order === undefined ? {} : { order }),
    ...(after === undefined ? {} : { after }),
    ...(before === undefined ? {} : { before }),
    ...(incident === undefined ? {} : { incident }),
  };
}

export function listVariables(search: IncidentsSearch): IncidentListQueryVariables {
  const page =
    search.before === undefined
      ? { first: incidentsPageSize, ...(search.after === undefined ? {} : { after: search.after }) }
      : { last: incidentsPageSize, before: search.before };
  return {
    filter: {
      ...(search.q === undefined || search.q.trim() === ''
        ? {}
        : { search: search.q.trim().replace(/^#(?=\d+$)/, '') }),
      ...(search.status === undefined ? {} : { status: [...splitList(search.status, statuses)] }),
      ...(search.severity === undefined ? {} : { severity: [...splitList(search.severity, severities)] }),
    },
    orderBy: search.order ?? 'URGENCY',
    ...page,
  };
}

/** Whether incidents may be hidden by a filter. */
export function isFiltered({ q, status, severity }: IncidentsSearch): boolean {
  return q !== undefined || status !== undefined || severity !== undefined;
}
