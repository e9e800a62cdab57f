import type { IncidentStatus, Severity } from '../__generated__/operations.ts';
import { severities } from '../components/severity.ts';
import { statuses } from '../components/status.ts';
import { parseIncidentNumber } from '../incident/parseIncidentNumber.ts';
import { defaultRange, parseRange, type RangeName } from '../panels/range.ts';
import { type GridSort, parseGridSort } from './grid/gridSort.ts';

/** What of the board lives in the URL. Absent means the default, so that the plain board has a plain URL. */
export interface BoardSearch {
  /** Severities to show, separated by commas. */
  readonly severity?: string | undefined;
  readonly service?: string | undefined;
  readonly q?: string | undefined;
  /** The column that a narrow screen shows. */
  readonly column?: Exclude<IncidentStatus, 'OPEN'> | undefined;
  readonly range?: RangeName | undefined;
  /** Columns when it is not given. */
  readonly view?: 'grid' | undefined;
  /** The order of the grid; by urgency when it is not given. */
  readonly sort?: GridSort | undefined;
  /** The number of the incident that is shown beside. */
  readonly incident?: string | undefined;
}

/** Reads the URL's parameters; whatever is not understood is left out. */
export function parseBoardSearch(raw: Record<string, unknown>): BoardSearch {
  const severity = joinSeverities(splitSeverities(textOf(raw.severity)));
  const service = textOf(raw.service);
  const q = textOf(raw.q);
  const column = statuses.find((status) => status === raw.column);
  const range = parseRange(raw.range);
  return {
    severity,
    service,
    q,
    column: column === 'OPEN' ? undefined : column,
    range: range === defaultRange ? undefined : range,
    view: raw.view === 'grid' ? 'grid' : undefined,
    sort: parseGridSort(raw.sort),
    incident: parseIncidentNumber(raw.incident),
  };
}

/** What narrows the board. */
export type BoardFilters = Pick<BoardSearch, 'severity' | 'service' | 'q'>;

export function isFiltered({ severity, service, q }: BoardFilters): boolean {
  return severity !== undefined || service !== undefined || q !== undefined;
}

export const noFilters = { severity: undefined, service: undefined, q: undefined } as const satisfies BoardFilters;

export function splitSeverities(text: string | undefined): readonly Severity[] {
  const words = new Set((text ?? '').split(','));
  return severities.filter((severity) => words.has(severity));
}

/** All or none is no filter. */
export function joinSeverities(chosen: readonly Severity[]): string | undefined {
  if (chosen.length === 0 || chosen.length === severities.length) return undefined;
  return severities.filter((severity) => chosen.includes(severity)).join(',');
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).slice(0, 200);
  return text.trim() === '' ? undefined : text;
}
