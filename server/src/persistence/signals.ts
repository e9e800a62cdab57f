import type { TransactionSql } from 'postgres';
import type { Decision } from '../domain/decision.ts';
import type { IncidentId, SignalId } from '../domain/ids.ts';
import type { Severity } from '../domain/severity.ts';
import type { Signal, SignalOutcome } from '../domain/signal.ts';
import type { SqlExecutor } from './database.ts';

/** A signal with what became of it. */
export interface DecidedSignal {
  readonly signal: Signal;
  readonly outcome: SignalOutcome;
  readonly incidentId: IncidentId | null;
  readonly decision: Decision;
}

export async function insertSignals(tx: TransactionSql, decided: readonly DecidedSignal[]): Promise<void> {
  if (decided.length === 0) return;
  const column = <Value>(value: (row: DecidedSignal) => Value) => decided.map(value);
  await tx`
    insert into signal (id, received_at, occurred_at, source, service, title, description, url, state, dedup_key, group_key,
      reported_severity, confidence, metrics, labels, historical, outcome, incident_id, decision)
    select id, received_at, occurred_at, source, service, title, description, url, state::signal_state, dedup_key, group_key,
      reported_severity::severity, confidence, metrics::jsonb, labels::jsonb, historical, outcome::signal_outcome, incident_id,
      decision::jsonb
    from unnest(
      ${column((row) => row.signal.id)}::uuid[],
      ${column((row) => row.signal.receivedAt.toISOString())}::text[]::timestamptz[],
      ${column((row) => row.signal.occurredAt.toISOString())}::text[]::timestamptz[],
      ${column((row) => row.signal.source)}::text[],
      ${column((row) => row.signal.service)}::text[],
      ${column((row) => row.signal.title)}::text[],
      ${column((row) => row.signal.description)}::text[],
      ${column((row) => row.signal.url)}::text[],
      ${column((row) => row.signal.state)}::text[],
      ${column((row) => row.signal.dedupKey)}::text[],
      ${column((row) => row.signal.groupKey)}::text[],
      ${column((row) => row.signal.reportedSeverity)}::text[],
      ${column((row) => row.signal.confidence)}::float8[],
      ${column((row) => JSON.stringify(row.signal.metrics))}::text[],
      ${column((row) => JSON.stringify(row.signal.labels))}::text[],
      ${column((row) => String(row.signal.historical))}::text[]::boolean[],
      ${column((row) => row.outcome)}::text[],
      ${column((row) => row.incidentId)}::uuid[],
      ${column((row) => JSON.stringify(row.decision))}::text[]
    ) as new(id, received_at, occurred_at, source, service, title, description, url, state, dedup_key, group_key,
      reported_severity, confidence, metrics, labels, historical, outcome, incident_id, decision)`;
}

type SignalRow = Signal & Pick<DecidedSignal, 'outcome' | 'incidentId' | 'decision'>;

function fromRow({ outcome, incidentId, decision, ...signal }: SignalRow): DecidedSignal {
  return { signal, outcome, incidentId, decision };
}

/** Reads signals by id; the moment of receipt leads to their partition. */
export async function readSignals(
  tx: TransactionSql,
  wanted: readonly { id: SignalId; receivedAt: Date }[],
): Promise<Map<SignalId, DecidedSignal>> {
  if (wanted.length === 0) return new Map();
  const rows = await tx<SignalRow[]>`
    select signal.* from signal
    join unnest(${wanted.map(({ id }) => id)}::uuid[], ${wanted.map(({ receivedAt }) => receivedAt.toISOString())}::text[]::timestamptz[])
      as wanted(id, received_at) on signal.id = wanted.id and signal.received_at = wanted.received_at`;
  return new Map(rows.map((row) => [row.id, fromRow(row)]));
}

/** A signal with what became of it, as short as a backtest needs it: without description and address. */
export interface StoredSignal extends Omit<DecidedSignal, 'decision'> {
  readonly severity: Severity;
}

/** Signals in the order of their receipt, in pages: those behind `after`, received before `to`. */
export async function readSignalPage(
  sql: SqlExecutor,
  page: { after: { receivedAt: Date; id: string }; to: Date; limit: number },
): Promise<StoredSignal[]> {
  const { after, to, limit } = page;
  const rows = await sql<(Signal & Omit<StoredSignal, 'signal'>)[]>`
    select id, received_at, occurred_at, source, service, title, null as description, null as url, state, dedup_key, group_key,
      reported_severity, confidence, metrics, labels, historical, outcome, incident_id, decision->>'severity' as severity
    from signal
    where received_at >= ${after.receivedAt} and received_at < ${to}
      and (received_at, id) > (${after.receivedAt}, ${after.id}::text::uuid)
    order by received_at, id limit ${limit}`;
  return rows.map(({ outcome, incidentId, severity, ...signal }) => ({ signal, outcome, incidentId, severity }));
}

/** How many signals were received in a range. */
export async function countSignals(sql: SqlExecutor, { from, to }: { from: Date; to: Date }): Promise<number> {
  const [row] = await sql<{ count: string }[]>`
    select count(*) as count from signal where received_at >= ${from} and received_at < ${to}`;
  return Number(row?.count ?? 0);
}
