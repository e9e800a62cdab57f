import { and, type SQL, sql } from 'drizzle-orm';
import type { IncidentId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import { severities } from '../domain/severity.ts';
import { incidentTable } from '../persistence/tables.ts';
import { isUuid } from '../persistence/uuid.ts';
import type { App } from './app.ts';
import {
  type Connection,
  connectionOf,
  decodeCursor,
  encodeCursor,
  isMomentOfCursor,
  notACursor,
  type PageArguments,
  readPage,
} from './connection.ts';
import { checkFilter, filterCondition, type IncidentFilter } from './incidentFilter.ts';

export type IncidentOrder = 'URGENCY' | 'OPENED_AT_DESC' | 'OPENED_AT_ASC';

export interface ListIncidentsArguments extends PageArguments {
  readonly filter?: IncidentFilter | null;
  readonly orderBy?: IncidentOrder | null;
}

interface OrderTerm {
  readonly expression: SQL;
  readonly type: string;
  readonly descending: boolean;
  readonly valueOf: (incident: Incident) => string | number;
}

const { status, severity, risk, openedAt, id } = incidentTable;
const idTerm: OrderTerm = {
  expression: sql`${id}`,
  type: 'uuid',
  descending: false,
  valueOf: (incident) => incident.id,
};
const openedTerm = (descending: boolean): OrderTerm => ({
  expression: sql`${openedAt}`,
  type: 'timestamptz',
  descending,
  valueOf: (incident) => incident.openedAt.toISOString(),
});

const orders = {
  URGENCY: [
    {
      expression: sql`(${status} = 'RESOLVED')`,
      type: 'boolean',
      descending: false,
      valueOf: (incident) => String(incident.status === 'RESOLVED'),
    },
    { expression: sql`${severity}`, type: 'severity', descending: true, valueOf: (incident) => incident.severity },
    { expression: sql`${risk}`, type: 'float8', descending: true, valueOf: (incident) => incident.risk },
    openedTerm(false),
    idTerm,
  ],
  OPENED_AT_DESC: [openedTerm(true), { ...idTerm, descending: true }],
  OPENED_AT_ASC: [openedTerm(false), idTerm],
} satisfies Record<IncidentOrder, OrderTerm[]>;

/** A page of incidents. Stable under writes: a cursor holds the values of the order, not a place in the list. */
export async function listIncidents(app: App, args: ListIncidentsArguments): Promise<Connection<Incident>> {
  const filter = args.filter ?? {};
  checkFilter(filter);
  const page = readPage(args, { standard: 50, most: 500 });
  const terms: readonly OrderTerm[] = orders[args.orderBy ?? 'URGENCY'];
  const matching = filterCondition(filter);
  const conditions = [
    matching,
    page.after === null ? undefined : beyond(terms, decode(terms, page.after, 'after'), true),
    page.before === null ? undefined : beyond(terms, decode(terms, page.before, 'before'), false),
  ];
  const rows = await app.database.orm
    .select()
    .from(incidentTable)
    .where(and(...conditions))
    .orderBy(
      ...terms.map((term) =>
        term.descending === page.backwards ? sql`${term.expression} asc` : sql`${term.expression} desc`,
      ),
    )
    .limit(page.limit + 1);
  return connectionOf(
    rows.map(toIncident),
    page,
    (incident) => encodeCursor(terms.map((term) => term.valueOf(incident))),
    () => app.database.orm.$count(incidentTable, matching),
  );
}

function toIncident(row: typeof incidentTable.$inferSelect): Incident {
  return { ...row, id: row.id as IncidentId };
}

const checks: Readonly<Record<string, (value: unknown) => boolean>> = {
  boolean: (value) => value === 'true' || value === 'false',
  severity: (value) => severities.some((severity) => severity === value),
  float8: (value) => typeof value === 'number',
  timestamptz: isMomentOfCursor,
  uuid: (value) => isUuid(String(value)),
};

/** Checks each value against its term, since what stands in a cursor goes into the statement. */
function decode(terms: readonly OrderTerm[], cursor: string, field: string): (string | number)[] {
  const values = decodeCursor(cursor, field, terms.length);
  if (!terms.every(({ type }, place) => checks[type]?.(values[place]))) throw notACursor(field);
  return values;
}

/** Rows behind (or before) the values of a cursor, in an order whose terms run in different directions. */
function beyond(terms: readonly OrderTerm[], values: readonly (string | number)[], behind: boolean): SQL {
  const alternatives = terms.map((term, place) => {
    const equal = terms
      .slice(0, place)
      .map((earlier, index) => sql`${earlier.expression} = ${values[index]}::${sql.raw(earlier.type)}`);
    const operator = sql.raw(term.descending === behind ? '<' : '>');
    const strict = sql`${term.expression} ${operator} ${values[place]}::${sql.raw(term.type)}`;
    return sql`(${sql.join([...equal, strict], sql` and `)})`;
  });
  return sql`(${sql.join(alternatives, sql` or `)})`;
}
