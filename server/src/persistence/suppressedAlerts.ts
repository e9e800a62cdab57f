import type { TransactionSql } from 'postgres';
import type { Matcher } from '../domain/matcher.ts';
import type { FiringAlert, SuppressedAlert } from '../domain/suppression.ts';
import type { SqlExecutor } from './database.ts';

const columns = `
  dedup_key text, historical boolean, source text, service text, title text, url text, severity severity, labels jsonb,
  signal_count int, first_seen_at timestamptz, last_seen_at timestamptz, stale_at timestamptz, suppressed_by jsonb`;
const nameList = columns
  .split(',')
  .map((column) => column.trim().split(' ')[0])
  .join(', ');

/** Which alert is held back; live ones and historical ones are apart. */
export type SuppressedKey = Pick<SuppressedAlert, 'dedupKey' | 'historical'>;

/** Which of these alerts are held back. */
export async function readSuppressedKeys(sql: SqlExecutor, dedupKeys: readonly string[]): Promise<SuppressedKey[]> {
  if (dedupKeys.length === 0) return [];
  return sql<SuppressedKey[]>`
    select dedup_key, historical from suppressed_alert where dedup_key = any(${[...dedupKeys]}::text[])`;
}

/** Counts on alerts that are held back, or begins to keep them; in the order of their keys, which every writer keeps. */
export async function upsertSuppressedAlerts(tx: TransactionSql, alerts: readonly SuppressedAlert[]): Promise<void> {
  if (alerts.length === 0) return;
  const records = alerts.map((alert) => ({
    dedup_key: alert.dedupKey,
    historical: alert.historical,
    source: alert.source,
    service: alert.service,
    title: alert.title,
    url: alert.url,
    severity: alert.severity,
    labels: alert.labels,
    signal_count: alert.signalCount,
    first_seen_at: alert.firstSeenAt,
    last_seen_at: alert.lastSeenAt,
    stale_at: alert.staleAt,
    suppressed_by: alert.suppressedBy,
  }));
  await tx`
    insert into suppressed_alert as kept (${tx.unsafe(nameList)})
    select ${tx.unsafe(nameList)} from jsonb_to_recordset(${JSON.stringify(records)}::text::jsonb) as new(${tx.unsafe(columns)})
    order by dedup_key, historical
    on conflict (dedup_key, historical) do update set
      source = excluded.source, service = excluded.service, title = excluded.title, url = excluded.url,
      severity = excluded.severity, labels = excluded.labels, signal_count = kept.signal_count + excluded.signal_count,
      last_seen_at = greatest(kept.last_seen_at, excluded.last_seen_at), stale_at = excluded.stale_at,
      suppressed_by = excluded.suppressed_by`;
}

/** Alerts that ended or opened an incident are held back no more. */
export async function deleteSuppressedAlerts(tx: TransactionSql, keys: readonly SuppressedKey[]): Promise<void> {
  if (keys.length === 0) return;
  await tx`
    with gone as (
      select dedup_key, historical from suppressed_alert
      where (dedup_key, historical) in (
        select * from unnest(
          ${keys.map(({ dedupKey }) => dedupKey)}::text[],
          ${keys.map(({ historical }) => String(historical))}::text[]::boolean[]))
      order by dedup_key, historical for update)
    delete from suppressed_alert using gone
    where suppressed_alert.dedup_key = gone.dedup_key and suppressed_alert.historical = gone.historical`;
}

/** When an alert that is held back must not have gone quiet yet to count as firing: historical ones have a time of their own. */
export interface FiringAt {
  readonly live: Date;
  readonly historical: Date;
}

/**
 * The alerts that fire, in unresolved incidents or held back, and may match one of these lists of matchers: equalities are asked here,
 * the rest is left to the engine.
 */
export async function readFiringAlerts(
  sql: SqlExecutor,
  sources: readonly (readonly Matcher[])[],
  { live, historical }: FiringAt,
): Promise<FiringAlert[]> {
  const conditions = sources.map((matchers) => equalitiesOf(matchers));
  if (conditions.length === 0) return [];
  const wanted = JSON.stringify(conditions);
  return sql<FiringAlert[]>`
    select firing.* from (
      select alert.dedup_key, incident.historical, incident.id as incident_id, alert.source, alert.service, alert.title,
        incident.severity, alert.labels
      from incident join alert on alert.incident_id = incident.id
      where incident.status <> 'RESOLVED' and alert.state = 'FIRING'
      union all
      select dedup_key, historical, null, source, service, title, severity, labels from suppressed_alert
      where stale_at is null or stale_at > case when historical then ${historical}::timestamptz else ${live}::timestamptz end) as firing
    where exists (
      select from jsonb_array_elements(${wanted}::text::jsonb) as rule(equalities)
      where not exists (
        select from jsonb_to_recordset(rule.equalities) as wanted(name text, value text)
        where not (
          firing.labels @> jsonb_build_array(jsonb_build_object('name', wanted.name, 'value', wanted.value))
          or wanted.value = case wanted.name
            when 'source' then firing.source when 'service' then firing.service
            when 'title' then firing.title when 'severity' then firing.severity::text end)))`;
}

/** Whom an equality with the empty text means cannot be found by containment. */
function equalitiesOf(matchers: readonly Matcher[]): Pick<Matcher, 'name' | 'value'>[] {
  return matchers
    .filter(({ operator, value }) => operator === 'EQUAL' && value !== '')
    .map(({ name, value }) => ({ name, value }));
}

/** Forgets alerts that were last heard of before `oldest`. Returns how many. */
export async function trimSuppressedAlerts(sql: SqlExecutor, oldest: Date): Promise<number> {
  const { count } = await sql`delete from suppressed_alert where last_seen_at < ${oldest}`;
  return count;
}
