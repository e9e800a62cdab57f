import type { TransactionSql } from 'postgres';
import type { IncidentId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import type { SqlExecutor } from './database.ts';
import { isUuid } from './uuid.ts';

/** The columns of an incident that are its own to say: all but the number, which the database gives. */
const columns = `
  id uuid, title text, service text, severity severity, status incident_status, stress float8, risk float8,
  signal_count int, firing_alert_count int, decision jsonb, opened_at timestamptz, first_acknowledged_at timestamptz,
  acknowledged_at timestamptz, acknowledged_by text, resolved_at timestamptz, resolved_by text, resolved_by_rule boolean,
  reopen_count int, last_signal_at timestamptz, critical_at timestamptz, next_escalation_at timestamptz,
  escalations_fired int, escalation_episode int, acknowledgement_lapses_at timestamptz, snoozed_until timestamptz,
  assignee text, overridden_severity severity, overridden_by text, override_reason text, merged_into uuid, review_at timestamptz, updated_at timestamptz, historical boolean, policy_version int,
  group_key text, labels jsonb, memory jsonb`;
const names = columns.split(',').map((column) => column.trim().split(' ')[0] ?? '');
const camelNames = names.map((name) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()));
const nameList = names.join(', ');
const assignments = names.map((name) => `${name} = new.${name}`).join(', ');

function toRecords(incidents: readonly Incident[]): string {
  return JSON.stringify(
    incidents.map((incident) => {
      const values = new Map<string, unknown>(Object.entries(incident));
      return Object.fromEntries(names.map((name, place) => [name, values.get(camelNames[place] ?? '') ?? null]));
    }),
  );
}

/** Stores new incidents and returns them with their numbers. Throws 23505 when a group has an open one already. */
export async function insertIncidents(tx: TransactionSql, incidents: readonly Incident[]): Promise<Incident[]> {
  if (incidents.length === 0) return [];
  const rows = await tx<{ id: IncidentId; number: number }[]>`
    insert into incident (${tx.unsafe(nameList)})
    select ${tx.unsafe(nameList)} from jsonb_to_recordset(${toRecords(incidents)}::text::jsonb) as new(${tx.unsafe(columns)})
    returning id, number`;
  const numbers = new Map(rows.map((row) => [row.id, row.number]));
  return incidents.map((incident) => ({ ...incident, number: numbers.get(incident.id) ?? incident.number }));
}

export async function updateIncidents(tx: TransactionSql, incidents: readonly Incident[]): Promise<void> {
  if (incidents.length === 0) return;
  await tx`
    update incident set ${tx.unsafe(assignments)}
    from jsonb_to_recordset(${toRecords(incidents)}::text::jsonb) as new(${tx.unsafe(columns)})
    where incident.id = new.id`;
}

/** Locks incidents in the order of their ids, which every writer keeps, and reads them as they are then. */
export async function lockIncidents(tx: TransactionSql, ids: readonly IncidentId[]): Promise<Incident[]> {
  if (ids.length === 0) return [];
  return tx<Incident[]>`select * from incident where id = any(${[...ids]}::uuid[]) order by id for no key update`;
}

export async function readIncidents(sql: SqlExecutor, ids: readonly IncidentId[]): Promise<Incident[]> {
  if (ids.length === 0) return [];
  return sql<Incident[]>`select * from incident where id = any(${[...new Set(ids)]}::uuid[])`;
}

export interface CandidateKeys {
  readonly historical: boolean;
  readonly groupKeys: readonly string[];
  readonly dedupKeys: readonly string[];
  /** Incidents resolved before this moment are not reopened. */
  readonly resolvedSince: Date;
}

/**
 * The incidents that signals with these keys may join: open ones, and for each group the one that was resolved last. Where that one was
 * merged, however long ago, the one that it went into comes along, through as many merges as there are.
 */
export async function findCandidates(tx: TransactionSql, keys: CandidateKeys): Promise<IncidentId[]> {
  const groups = [...keys.groupKeys];
  const dedups = [...keys.dedupKeys];
  const rows = await tx<{ id: IncidentId }[]>`
    with recursive last as (
      select last.* from unnest(${groups}::text[]) as wanted(key), lateral (
        select id, resolved_at, merged_into from incident
        where group_key = wanted.key and status = 'RESOLVED' and historical = ${keys.historical}
        order by resolved_at desc limit 1) as last
      where last.resolved_at >= ${keys.resolvedSince} or last.merged_into is not null),
    merged(id, into_id) as (
      select id, merged_into from last
      union
      select host.id, host.merged_into from merged join incident as host on host.id = merged.into_id)
    select id from merged
    union
    select id from incident
    where group_key = any(${groups}::text[]) and status <> 'RESOLVED' and historical = ${keys.historical}
    union
    select incident.id from alert join incident on incident.id = alert.incident_id
    where alert.dedup_key = any(${dedups}::text[]) and alert.state = 'FIRING'
      and incident.status <> 'RESOLVED' and incident.historical = ${keys.historical}`;
  return rows.map((row) => row.id);
}

const numberPattern = /^[1-9][0-9]{0,8}$/;

/** Finds an incident by its UUID or by its number. */
export async function findIncident(sql: SqlExecutor, idOrNumber: string): Promise<Incident | null> {
  if (isUuid(idOrNumber)) {
    const [found] = await sql<Incident[]>`select * from incident where id = ${idOrNumber}`;
    return found ?? null;
  }
  if (!numberPattern.test(idOrNumber)) return null;
  const [found] = await sql<Incident[]>`select * from incident where number = ${Number(idOrNumber)}`;
  return found ?? null;
}

/** What was merged into these incidents, in the order of the merges. */
export async function readMergedInto(sql: SqlExecutor, ids: readonly IncidentId[]): Promise<Incident[]> {
  return sql<Incident[]>`
    select * from incident where merged_into = any(${[...new Set(ids)]}::uuid[]) order by resolved_at, id`;
}

/** When other incidents became CRITICAL between two moments, both included. */
export async function readCriticalTimes(
  sql: SqlExecutor,
  range: { from: Date; to: Date; historical: boolean },
): Promise<{ id: IncidentId; criticalAt: Date }[]> {
  return sql<{ id: IncidentId; criticalAt: Date }[]>`
    select id, critical_at from incident
    where critical_at >= ${range.from} and critical_at <= ${range.to} and historical = ${range.historical}
    order by critical_at`;
}

/** Locks live incidents that are due and that nobody else holds. */
export async function lockDue(
  tx: TransactionSql,
  column: 'next_escalation_at' | 'acknowledgement_lapses_at' | 'snoozed_until' | 'review_at',
  now: Date,
  limit: number,
): Promise<Incident[]> {
  return tx<Incident[]>`
    select * from incident where ${tx(column)} <= ${now} and not historical
    order by ${tx(column)} limit ${limit} for no key update skip locked`;
}

/** Live incidents that wait for a step and whose risk was under the threshold when it was last told: those whose age may cross it. */
export async function readUnderRisk(sql: SqlExecutor, threshold: number, limit: number): Promise<Incident[]> {
  return sql<Incident[]>`
    select * from incident
    where next_escalation_at is not null and not historical and status = 'OPEN' and risk < ${threshold}
    order by opened_at limit ${limit}`;
}

/** When to look again whether an incident has gone quiet; null for never. Nobody is told: it is bookkeeping. */
export async function postponeReview(tx: TransactionSql, id: IncidentId, reviewAt: Date | null): Promise<void> {
  await tx`update incident set review_at = ${reviewAt} where id = ${id}`;
}
