import postgres, { type TransactionSql } from 'postgres';
import type { IncidentId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import { plainArray } from './arrayLiteral.ts';
import type { SqlExecutor } from './database.ts';
import {
  aboutRows,
  type Columns,
  documents,
  moments,
  plain,
  type RowColumns,
  rowColumns,
  texts,
} from './rowColumns.ts';
import type { Statement } from './statement.ts';
import { isUuid } from './uuid.ts';

/** The columns of an incident; its number is given once, by `takeNumbers`. */
const incidentFields = {
  id: plain('uuid', ({ id }) => id),
  title: texts(({ title }) => title),
  service: texts(({ service }) => service),
  source: texts(({ source }) => source),
  severity: plain('severity', ({ severity }) => severity),
  highest_severity: plain('severity', ({ highestSeverity }) => highestSeverity),
  status: plain('incident_status', ({ status }) => status),
  stress: plain('float8', ({ stress }) => stress),
  risk: plain('float8', ({ risk }) => risk),
  signal_count: plain('int', ({ signalCount }) => signalCount),
  firing_alert_count: plain('int', ({ firingAlertCount }) => firingAlertCount),
  decision: documents('json', ({ decision }) => decision),
  opened_at: moments(({ openedAt }) => openedAt),
  first_acknowledged_at: moments(({ firstAcknowledgedAt }) => firstAcknowledgedAt),
  acknowledged_at: moments(({ acknowledgedAt }) => acknowledgedAt),
  acknowledged_by: texts(({ acknowledgedBy }) => acknowledgedBy),
  first_resolved_at: moments(({ firstResolvedAt }) => firstResolvedAt),
  resolved_at: moments(({ resolvedAt }) => resolvedAt),
  resolved_by: texts(({ resolvedBy }) => resolvedBy),
  resolved_by_rule: plain('boolean', ({ resolvedByRule }) => resolvedByRule),
  reopen_count: plain('int', ({ reopenCount }) => reopenCount),
  last_signal_at: moments(({ lastSignalAt }) => lastSignalAt),
  critical_at: moments(({ criticalAt }) => criticalAt),
  next_escalation_at: moments(({ nextEscalationAt }) => nextEscalationAt),
  first_escalated_at: moments(({ firstEscalatedAt }) => firstEscalatedAt),
  escalations_fired: plain('int', ({ escalationsFired }) => escalationsFired),
  escalation_episode: plain('int', ({ escalationEpisode }) => escalationEpisode),
  acknowledgement_lapses_at: moments(({ acknowledgementLapsesAt }) => acknowledgementLapsesAt),
  first_snoozed_at: moments(({ firstSnoozedAt }) => firstSnoozedAt),
  snoozed_until: moments(({ snoozedUntil }) => snoozedUntil),
  assignee: texts(({ assignee }) => assignee),
  overridden_severity: plain('severity', ({ overriddenSeverity }) => overriddenSeverity),
  overridden_by: texts(({ overriddenBy }) => overriddenBy),
  override_reason: texts(({ overrideReason }) => overrideReason),
  merged_into: plain('uuid', ({ mergedInto }) => mergedInto),
  parent_id: plain('uuid', ({ parentId }) => parentId),
  review_at: moments(({ reviewAt }) => reviewAt),
  updated_at: moments(({ updatedAt }) => updatedAt),
  historical: plain('boolean', ({ historical }) => historical),
  policy_version: plain('int', ({ policyVersion }) => policyVersion),
  group_key: texts(({ groupKey }) => groupKey),
  labels: documents('jsonb', ({ labels }) => labels),
  memory: documents('json', ({ memory }) => memory),
} satisfies Columns<Incident>;
const incidentColumns = rowColumns<Incident>(incidentFields);
const newColumns = rowColumns<Incident>({ ...incidentFields, number: plain('int', ({ number }) => number) });
const insertStatement = `
  insert into incident (${newColumns.nameList}) overriding system value
  select ${newColumns.nameList} from ${newColumns.source}`;
const updateWhole = updateOf(incidentColumns);
/** What signals change of an incident, and most of them nothing else: a quarter of the columns takes Postgres a third of the time. */
const signalColumns = rowColumns<Incident>({
  id: incidentFields.id,
  stress: incidentFields.stress,
  risk: incidentFields.risk,
  signal_count: incidentFields.signal_count,
  firing_alert_count: incidentFields.firing_alert_count,
  decision: incidentFields.decision,
  last_signal_at: incidentFields.last_signal_at,
  review_at: incidentFields.review_at,
  updated_at: incidentFields.updated_at,
  memory: incidentFields.memory,
});
const changedBySignals: ReadonlySet<string> = new Set(signalColumns.names.map(postgres.toCamel));
const updateBySignals = updateOf(signalColumns);

function updateOf({ names, source }: RowColumns<Incident>): string {
  const changing = names.filter((name) => name !== 'id');
  return `
    update incident set ${changing.map((name) => `${name} = new.${name}`).join(', ')}
    from ${source} where incident.id = new.id`;
}

/** The next numbers of incidents, ascending. */
export async function takeNumbers(sql: SqlExecutor, count: number): Promise<number[]> {
  const rows = await sql<{ number: number }[]>`
    select nextval('incident_number_seq')::int as number from generate_series(1, ${count}::int)`;
  return rows.map(({ number }) => number);
}

/** Stores new incidents, which have their numbers. Throws 23505 when a group has an open one already. */
export function insertIncidents(incidents: readonly Incident[]): Statement[] {
  return aboutRows(insertStatement, newColumns, incidents);
}

/** An incident that is stored, as the writer knows it, and as it is to be. */
export interface IncidentUpdate {
  readonly before: Incident;
  readonly incident: Incident;
}

/** Stores what has changed of incidents that the writer knows as they are stored. */
export function updateIncidents(updates: readonly IncidentUpdate[]): Statement[] {
  const whole: Incident[] = [];
  const bySignals: Incident[] = [];
  for (const update of updates) (isBySignals(update) ? bySignals : whole).push(update.incident);
  return [...aboutRows(updateWhole, incidentColumns, whole), ...aboutRows(updateBySignals, signalColumns, bySignals)];
}

/** Whether nothing else differs. What was not changed is the same object. */
function isBySignals({ before, incident }: IncidentUpdate): boolean {
  for (const key of Object.keys(incident) as (keyof Incident)[]) {
    if (incident[key] !== before[key] && !changedBySignals.has(key)) return false;
  }
  return true;
}

/** Locks incidents in the order of their ids and reads nothing: for a writer that knows them. */
export function holdIncidents(ids: readonly IncidentId[]): Statement[] {
  // One row alone cannot be taken in the wrong order.
  if (ids.length < 2) return [];
  const text = 'select from incident where id = any($1::text::uuid[]) order by id for no key update';
  return [{ text, parameters: [plainArray(ids)] }];
}

/** Locks incidents in the order of their ids, which every writer keeps, and reads them as they are then. */
export async function lockIncidents(sql: SqlExecutor, ids: readonly IncidentId[]): Promise<Incident[]> {
  if (ids.length === 0) return [];
  return sql<Incident[]>`select * from incident where id = any(${[...ids]}::uuid[]) order by id for no key update`;
}

export async function readIncidents(sql: SqlExecutor, ids: readonly IncidentId[]): Promise<Incident[]> {
  if (ids.length === 0) return [];
  return sql<Incident[]>`select * from incident where id = any(${[...new Set(ids)]}::uuid[])`;
}

/** Which of these there are. */
export async function readKnownIncidents(sql: SqlExecutor, ids: readonly IncidentId[]): Promise<IncidentId[]> {
  const rows = await sql<{ id: IncidentId }[]>`select id from incident where id = any(${[...ids]}::uuid[])`;
  return rows.map(({ id }) => id);
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
export async function findCandidates(sql: SqlExecutor, keys: CandidateKeys): Promise<IncidentId[]> {
  const groups = [...keys.groupKeys];
  const dedups = [...keys.dedupKeys];
  const rows = await sql<{ id: IncidentId }[]>`
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

/** What counts towards each of these systemic incidents: the first so many, in the order in which they were opened. */
export async function readChildren(sql: SqlExecutor, ids: readonly IncidentId[], most: number): Promise<Incident[]> {
  return sql<Incident[]>`
    select child.* from unnest(${[...new Set(ids)]}::uuid[]) as wanted(id), lateral (
      select * from incident where parent_id = wanted.id order by opened_at, id limit ${most}) as child`;
}

/** The unresolved ones of what counts towards a systemic incident. */
export async function readUnresolvedChildren(sql: SqlExecutor, id: IncidentId): Promise<Incident[]> {
  return sql<Incident[]>`select * from incident where parent_id = ${id} and status <> 'RESOLVED' order by id`;
}

/** The unresolved live incident of a group. */
export async function findOpenOfGroup(sql: SqlExecutor, groupKey: string): Promise<IncidentId | null> {
  const [found] = await sql<{ id: IncidentId }[]>`
    select id from incident where group_key = ${groupKey} and status <> 'RESOLVED' and not historical`;
  return found?.id ?? null;
}

/** When an incident became CRITICAL, and the systemic incident that it counts towards. */
export interface CriticalTime {
  readonly id: IncidentId;
  readonly criticalAt: Date;
  readonly parentId: IncidentId | null;
}

/** When other incidents became CRITICAL between two moments, both included. */
export async function readCriticalTimes(
  sql: SqlExecutor,
  range: { from: Date; to: Date; historical: boolean },
): Promise<CriticalTime[]> {
  return sql<CriticalTime[]>`
    select id, critical_at, parent_id from incident
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
