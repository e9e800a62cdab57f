import type { TransactionSql } from 'postgres';
import type { Alert } from '../domain/alert.ts';
import type { IncidentId } from '../domain/ids.ts';
import type { SqlExecutor } from './database.ts';
import { aboutRows, documents, moments, plain, rowColumns, texts } from './rowColumns.ts';
import type { Statement } from './statement.ts';

const alertColumns = rowColumns<Alert>({
  id: plain('uuid', ({ id }) => id),
  incident_id: plain('uuid', ({ incidentId }) => incidentId),
  dedup_key: texts(({ dedupKey }) => dedupKey),
  source: texts(({ source }) => source),
  service: texts(({ service }) => service),
  title: texts(({ title }) => title),
  url: texts(({ url }) => url),
  state: plain('signal_state', ({ state }) => state),
  signal_count: plain('int', ({ signalCount }) => signalCount),
  first_seen_at: moments(({ firstSeenAt }) => firstSeenAt),
  last_seen_at: moments(({ lastSeenAt }) => lastSeenAt),
  labels: documents('jsonb', ({ labels }) => labels),
  metrics: documents('json', ({ metrics }) => metrics),
  state_history: plain('int', ({ stateHistory }) => stateHistory),
  state_checked_at: moments(({ stateCheckedAt }) => stateCheckedAt),
  flapping: plain('boolean', ({ flapping }) => flapping),
});
const upsertStatement = `
  insert into alert (${alertColumns.nameList}) select ${alertColumns.nameList} from ${alertColumns.source}
  on conflict (incident_id, dedup_key) do update set
    source = excluded.source, service = excluded.service, title = excluded.title, url = excluded.url,
    state = excluded.state, signal_count = excluded.signal_count, last_seen_at = excluded.last_seen_at,
    labels = excluded.labels, metrics = excluded.metrics,
    state_history = excluded.state_history, state_checked_at = excluded.state_checked_at, flapping = excluded.flapping`;

/** The alerts with these dedup keys in these incidents. */
export async function readAlertsByKey(
  sql: SqlExecutor,
  incidentIds: readonly IncidentId[],
  dedupKeys: readonly string[],
): Promise<Alert[]> {
  if (incidentIds.length === 0) return [];
  return sql<Alert[]>`
    select * from alert
    where incident_id = any(${[...incidentIds]}::uuid[]) and dedup_key = any(${[...dedupKeys]}::text[])`;
}

/** All alerts of some incidents, `limit` at most. */
export async function readAlertsOf(
  sql: SqlExecutor,
  incidentIds: readonly IncidentId[],
  limit: number,
): Promise<Alert[]> {
  if (incidentIds.length === 0) return [];
  return sql<Alert[]>`select * from alert where incident_id = any(${[...incidentIds]}::uuid[]) limit ${limit}`;
}

export function upsertAlerts(alerts: readonly Alert[]): Statement[] {
  return aboutRows(upsertStatement, alertColumns, alerts);
}

/** Whose alerts go over when an incident is merged or taken out again. The caller holds both incidents locked. */
export interface AlertMove {
  readonly from: IncidentId;
  readonly to: IncidentId;
}

/**
 * Gives an incident's alerts to the one that it is merged into, and answers how many of them fire. An alert whose key the other one has
 * already stays behind: later signals with that key are the other one's anyway.
 */
export async function takeAlertsIn(tx: TransactionSql, { from, to }: AlertMove): Promise<number> {
  return firing(
    await tx<Pick<Alert, 'state'>[]>`
      update alert set incident_id = ${to}, brought_by = coalesce(brought_by, ${from})
      where incident_id = ${from}
        and not exists (select from alert as own where own.incident_id = ${to} and own.dedup_key = alert.dedup_key)
      returning state`,
  );
}

/** Gives an incident back the alerts that it brought, and those that were merged into it before brought. Answers how many of them fire. */
export async function giveAlertsBack(tx: TransactionSql, { from, to }: AlertMove): Promise<number> {
  return firing(
    await tx<Pick<Alert, 'state'>[]>`
      with recursive family(id) as (
        select ${to}::uuid
        union
        select incident.id from family join incident on incident.merged_into = family.id)
      update alert set incident_id = ${to}, brought_by = nullif(brought_by, ${to})
      where incident_id = ${from} and brought_by in (select id from family)
        and not exists (select from alert as own where own.incident_id = ${to} and own.dedup_key = alert.dedup_key)
      returning state`,
  );
}

function firing(alerts: readonly Pick<Alert, 'state'>[]): number {
  return alerts.filter(({ state }) => state === 'FIRING').length;
}
