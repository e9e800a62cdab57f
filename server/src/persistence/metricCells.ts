import type { Severity } from '../domain/severity.ts';
import type { SqlExecutor } from './database.ts';

/** The incidents of one severity and service that were opened within one bucket of time. Durations are in seconds. */
export interface MetricCell {
  readonly bucket: Date;
  readonly severity: Severity;
  readonly service: string;
  readonly opened: number;
  readonly acknowledged: number;
  readonly resolved: number;
  readonly reopened: number;
  readonly escalated: number;
  readonly stressSum: number;
  readonly secondsToAcknowledge: readonly number[];
  readonly secondsToResolveByPeople: readonly number[];
  readonly secondsToResolveByRule: readonly number[];
}

export interface CellQuery {
  readonly from: Date;
  readonly to: Date;
  readonly timeZone: string;
  /** A unit of date_trunc. */
  readonly unit: string;
  readonly severity: readonly Severity[] | null;
  readonly service: readonly string[] | null;
  readonly historical: boolean;
}

/**
 * What a person does with a historical incident happens long after it: such durations mean nothing and are left out. So is the end of an
 * incident that was merged into another, whose own end counts.
 */
export async function readMetricCells(sql: SqlExecutor, query: CellQuery): Promise<MetricCell[]> {
  const { from, to, timeZone, unit, severity, service, historical } = query;
  return sql<MetricCell[]>`
    with counted as (
      select *, extract(epoch from first_acknowledged_at - opened_at)::float8 as seconds_to_acknowledge,
        extract(epoch from resolved_at - opened_at)::float8 as seconds_to_resolve
      from incident
      where opened_at >= ${from} and opened_at < ${to}
        ${severity === null ? sql`` : sql`and severity = any(${[...severity]}::text[]::severity[])`}
        ${service === null ? sql`` : sql`and service = any(${[...service]}::text[])`}
        ${historical ? sql`` : sql`and not historical`})
    select date_trunc(${unit}::text, opened_at, ${timeZone}::text) as bucket, severity, service, count(*)::int as opened,
      count(first_acknowledged_at)::int as acknowledged,
      count(*) filter (where status = 'RESOLVED')::int as resolved,
      count(*) filter (where reopen_count > 0)::int as reopened,
      count(*) filter (where exists (select from escalation where escalation.incident_id = counted.id))::int as escalated,
      sum(stress) as stress_sum,
      coalesce(array_agg(seconds_to_acknowledge)
        filter (where seconds_to_acknowledge is not null and not historical), '{}') as seconds_to_acknowledge,
      coalesce(array_agg(seconds_to_resolve)
        filter (where status = 'RESOLVED' and merged_into is null and not resolved_by_rule and not historical), '{}') as seconds_to_resolve_by_people,
      coalesce(array_agg(seconds_to_resolve)
        filter (where status = 'RESOLVED' and resolved_by_rule), '{}') as seconds_to_resolve_by_rule
    from counted group by 1, 2, 3`;
}

/** The starts of the buckets that cover a range, in order. Days and longer follow the zone's calendar. */
export async function readBucketStarts(
  sql: SqlExecutor,
  { from, to, timeZone, unit }: Pick<CellQuery, 'from' | 'to' | 'timeZone' | 'unit'>,
): Promise<Date[]> {
  const absolute = unit === 'minute' || unit === 'hour';
  const rows = absolute
    ? await sql<{ start: Date }[]>`
        select generate_series(date_trunc(${unit}::text, ${from}::timestamptz, ${timeZone}::text), ${to}::timestamptz,
          ('1 ' || ${unit}::text)::interval) as start`
    : await sql<{ start: Date }[]>`
        select day at time zone ${timeZone}::text as start
        from generate_series(date_trunc(${unit}::text, ${from}::timestamptz at time zone ${timeZone}::text),
          ${to}::timestamptz at time zone ${timeZone}::text, ('1 ' || ${unit}::text)::interval) as day`;
  return rows.map(({ start }) => start).filter((start) => start < to);
}

export interface TallyTotals {
  readonly signals: number;
  readonly alerts: number;
  readonly incidents: number;
  readonly notifications: number;
  readonly suppressed: number;
}

export async function readTallyTotals(
  sql: SqlExecutor,
  { from, to, service }: Pick<CellQuery, 'from' | 'to' | 'service'>,
): Promise<TallyTotals> {
  const [totals] = await sql<TallyTotals[]>`
    select coalesce(sum(signals), 0)::int as signals, coalesce(sum(alerts), 0)::int as alerts,
      coalesce(sum(incidents), 0)::int as incidents, coalesce(sum(notifications), 0)::int as notifications,
      coalesce(sum(suppressed), 0)::int as suppressed
    from tally where minute >= ${from} and minute < ${to}
      ${service === null ? sql`` : sql`and service = any(${[...service]}::text[])`}`;
  return totals ?? { signals: 0, alerts: 0, incidents: 0, notifications: 0, suppressed: 0 };
}
