import type { Fragment } from 'postgres';
import type { Severity } from '../domain/severity.ts';
import type { Label } from '../domain/signal.ts';
import type { SqlExecutor } from './database.ts';

/** Which severity an incident counts for: the one that it has, or had when it was resolved, or the highest that it ever had. */
export type SeverityAttribution = 'AT_RESOLUTION' | 'HIGHEST';

/** What narrows a selection further, as one group of its figures. Null: those that have none. */
export type Narrowing =
  | { readonly by: 'severity'; readonly value: Severity }
  | { readonly by: 'service'; readonly value: string }
  | { readonly by: 'source'; readonly value: string | null }
  | { readonly by: 'responder'; readonly value: string | null }
  | { readonly by: 'label'; readonly name: string; readonly value: string | null }
  /** By the clock of a zone; the weekday from 1, Monday. */
  | { readonly by: 'hour'; readonly weekday: number; readonly hour: number; readonly timeZone: string };

/** Which incidents count. All of it must match; an incident must have all labels, and any of the values of the other lists. */
export interface IncidentSelection {
  /** When they were opened; null: whenever. */
  readonly opened: { readonly from: Date; readonly to: Date } | null;
  readonly severity: readonly Severity[] | null;
  readonly service: readonly string[] | null;
  readonly source: readonly string[] | null;
  readonly responder: readonly string[] | null;
  readonly label: readonly Label[];
  readonly historical: boolean;
  readonly attribution: SeverityAttribution;
  readonly narrowed: readonly Narrowing[];
}

/** The column that has the severity that incidents count for. */
export function severityColumn(sql: SqlExecutor, attribution: SeverityAttribution): Fragment {
  return attribution === 'HIGHEST' ? sql`highest_severity` : sql`severity`;
}

/** Who acknowledged it, else who resolved it, as `measureOf` says. */
function responderColumn(sql: SqlExecutor): Fragment {
  return sql`coalesce(acknowledged_by, case when not resolved_by_rule then resolved_by end)`;
}

/** The condition on the table `incident` that selects them. */
export function isSelected(sql: SqlExecutor, selection: IncidentSelection): Fragment {
  const { opened, severity, service, source, responder, label, historical, attribution, narrowed } = selection;
  const conditions = [
    opened === null ? null : sql`opened_at >= ${opened.from} and opened_at < ${opened.to}`,
    severity === null ? null : sql`${severityColumn(sql, attribution)} = any(${[...severity]}::text[]::severity[])`,
    service === null ? null : sql`service = any(${[...service]}::text[])`,
    source === null ? null : sql`source = any(${[...source]}::text[])`,
    responder === null ? null : sql`${responderColumn(sql)} = any(${[...responder]}::text[])`,
    label.length === 0 ? null : sql`labels @> ${JSON.stringify(label)}::text::jsonb`,
    historical ? null : sql`not historical`,
    ...narrowed.map((one) => isNarrowed(sql, one, attribution)),
  ].filter((condition) => condition !== null);
  return conditions.reduce((all, condition) => sql`${all} and ${condition}`, sql`true`);
}

function isNarrowed(sql: SqlExecutor, narrowing: Narrowing, attribution: SeverityAttribution): Fragment {
  switch (narrowing.by) {
    case 'severity':
      return sql`${severityColumn(sql, attribution)} = ${narrowing.value}::text::severity`;
    case 'service':
      return sql`service = ${narrowing.value}`;
    case 'source':
      return sql`source = ${narrowing.value ?? ''}`;
    case 'responder':
      return sql`${responderColumn(sql)} is not distinct from ${narrowing.value}::text`;
    case 'label':
      return sql`${labelValue(sql, narrowing.name)} is not distinct from ${narrowing.value}::text`;
    case 'hour': {
      const local = sql`(opened_at at time zone ${narrowing.timeZone}::text)`;
      return sql`extract(isodow from ${local}) = ${narrowing.weekday} and extract(hour from ${local}) = ${narrowing.hour}`;
    }
  }
}

/** The value of an incident's label; null when it has none of this name. */
function labelValue(sql: SqlExecutor, name: string): Fragment {
  return sql`(select label ->> 'value' from jsonb_array_elements(labels) as label where label ->> 'name' = ${name}::text limit 1)`;
}
