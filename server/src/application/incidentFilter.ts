import { and, type Column, gte, ilike, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Incident, IncidentStatus } from '../domain/incident.ts';
import type { Severity } from '../domain/severity.ts';
import type { Label } from '../domain/signal.ts';
import { incidentTable } from '../persistence/tables.ts';
import { isUuid } from '../persistence/uuid.ts';
import { cleanLine, isStorable } from './cleanText.ts';
import { InvalidArgument } from './invalidArgument.ts';

/** All given fields must match; within a list any value may. */
export interface IncidentFilter {
  readonly id?: readonly string[] | null;
  readonly status?: readonly IncidentStatus[] | null;
  readonly severity?: readonly Severity[] | null;
  readonly service?: readonly string[] | null;
  readonly search?: string | null;
  readonly openedAfter?: Date | null;
  readonly openedBefore?: Date | null;
  readonly label?: readonly Label[] | null;
}

type Filtered = Pick<Incident, 'id' | 'status' | 'severity' | 'service' | 'title' | 'number' | 'openedAt' | 'labels'>;

/** One row a field: what it means in memory, for changes, and in the database, for lists. They must agree. */
const rules: {
  [Field in keyof Required<IncidentFilter>]: {
    readonly matches: (incident: Filtered, wanted: NonNullable<IncidentFilter[Field]>) => boolean;
    readonly condition: (wanted: NonNullable<IncidentFilter[Field]>) => SQL | undefined;
  };
} = {
  id: {
    matches: (incident, wanted) => wanted.includes(incident.id),
    // An id that is no UUID matches nothing, and is no error.
    condition: (wanted) => inArray(incidentTable.id, wanted.filter(isUuid)),
  },
  status: {
    matches: (incident, wanted) => wanted.includes(incident.status),
    condition: (wanted) => inArray(incidentTable.status, [...wanted]),
  },
  severity: {
    matches: (incident, wanted) => wanted.includes(incident.severity),
    condition: (wanted) => inArray(incidentTable.severity, [...wanted]),
  },
  service: {
    matches: (incident, wanted) => wanted.includes(incident.service),
    condition: (wanted) => inArray(incidentTable.service, wanted.filter(isStorable)),
  },
  search: {
    matches: (incident, wanted) => searchWords(wanted).every((word) => wordMatches(incident, word)),
    condition: (wanted) => and(...searchWords(wanted).map(wordCondition)),
  },
  openedAfter: {
    matches: (incident, wanted) => incident.openedAt >= wanted,
    condition: (wanted) => gte(incidentTable.openedAt, wanted),
  },
  openedBefore: {
    matches: (incident, wanted) => incident.openedAt < wanted,
    condition: (wanted) => lt(incidentTable.openedAt, wanted),
  },
  label: {
    matches: (incident, wanted) =>
      wanted.every(({ name, value }) => incident.labels.some((label) => label.name === name && label.value === value)),
    condition: (wanted) =>
      wanted.every(({ name, value }) => isStorable(name) && isStorable(value))
        ? sql`${incidentTable.labels} @> ${JSON.stringify(wanted.map(({ name, value }) => ({ name, value })))}::jsonb`
        : sql`false`,
  },
};

const fields = Object.keys(rules) as (keyof typeof rules)[];

export function matchesFilter(incident: Filtered, filter: IncidentFilter): boolean {
  return fields.every((field) => fieldMatches(field, incident, filter));
}

function fieldMatches<Field extends keyof IncidentFilter>(field: Field, incident: Filtered, filter: IncidentFilter) {
  const wanted = filter[field];
  return wanted == null || rules[field].matches(incident, wanted);
}

export function filterCondition(filter: IncidentFilter): SQL | undefined {
  return and(...fields.map((field) => fieldCondition(field, filter)));
}

function fieldCondition<Field extends keyof IncidentFilter>(field: Field, filter: IncidentFilter): SQL | undefined {
  const wanted = filter[field];
  return wanted == null ? undefined : rules[field].condition(wanted);
}

const bounds = { id: 100, service: 100, label: 20, searchLength: 200 };

/** Throws InvalidArgument when a list or a text of the filter is longer than it may be. */
export function checkFilter(filter: IncidentFilter): void {
  const tooMany = (field: 'id' | 'service' | 'label') => {
    const count = filter[field]?.length ?? 0;
    if (count <= bounds[field]) return;
    throw new InvalidArgument(['filter', field], `${field} has ${count} values, at most ${bounds[field]} are allowed`);
  };
  tooMany('id');
  tooMany('service');
  tooMany('label');
  const searchLength = filter.search?.length ?? 0;
  if (searchLength > bounds.searchLength) {
    const message = `search has ${searchLength} characters, at most ${bounds.searchLength} are allowed`;
    throw new InvalidArgument(['filter', 'search'], message);
  }
}

function searchWords(search: string): string[] {
  return cleanLine(search)
    .toLowerCase()
    .split(' ')
    .filter((word) => word !== '');
}

function wordMatches(incident: Filtered, word: string): boolean {
  const numbered = word.replace(/^#/, '');
  return (
    incident.title.toLowerCase().includes(word) ||
    incident.service.toLowerCase().includes(word) ||
    String(incident.number) === numbered
  );
}

function wordCondition(word: string): SQL | undefined {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  const contains = (column: Column) => ilike(column, pattern);
  const numbered = /^#?(\d{1,9})$/.exec(word)?.[1];
  const number = numbered === undefined ? undefined : sql`${incidentTable.number} = ${Number(numbered)}`;
  return or(contains(incidentTable.title), contains(incidentTable.service), number);
}
