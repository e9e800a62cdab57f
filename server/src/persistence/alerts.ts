import type { TransactionSql } from 'postgres';
import type { Alert } from '../domain/alert.ts';
import type { IncidentId } from '../domain/ids.ts';

const columns = `
  id uuid, incident_id uuid, dedup_key text, source text, service text, title text, url text, state signal_state,
  signal_count int, first_seen_at timestamptz, last_seen_at timestamptz, labels jsonb, metrics jsonb`;
const nameList = columns
  .split(',')
  .map((column) => column.trim().split(' ')[0])
  .join(', ');

/** The alerts with these dedup keys in these incidents, whose rows the caller holds locked. */
export async function readAlertsByKey(
  tx: TransactionSql,
  incidentIds: readonly IncidentId[],
  dedupKeys: readonly string[],
): Promise<Alert[]> {
  if (incidentIds.length === 0) return [];
  return tx<Alert[]>`
    select * from alert
    where incident_id = any(${[...incidentIds]}::uuid[]) and dedup_key = any(${[...dedupKeys]}::text[])`;
}

export async function upsertAlerts(tx: TransactionSql, alerts: readonly Alert[]): Promise<void> {
  if (alerts.length === 0) return;
  const records = alerts.map((alert) => ({
    id: alert.id,
    incident_id: alert.incidentId,
    dedup_key: alert.dedupKey,
    source: alert.source,
    service: alert.service,
    title: alert.title,
    url: alert.url,
    state: alert.state,
    signal_count: alert.signalCount,
    first_seen_at: alert.firstSeenAt,
    last_seen_at: alert.lastSeenAt,
    labels: alert.labels,
    metrics: alert.metrics,
  }));
  await tx`
    insert into alert (${tx.unsafe(nameList)})
    select ${tx.unsafe(nameList)} from jsonb_to_recordset(${JSON.stringify(records)}::text::jsonb) as new(${tx.unsafe(columns)})
    on conflict (incident_id, dedup_key) do update set
      source = excluded.source, service = excluded.service, title = excluded.title, url = excluded.url,
      state = excluded.state, signal_count = excluded.signal_count, last_seen_at = excluded.last_seen_at,
      labels = excluded.labels, metrics = excluded.metrics`;
}
