import type { TransactionSql } from 'postgres';
import type { Decision } from '../domain/decision.ts';
import type { IncidentId, SignalId } from '../domain/ids.ts';
import type { Severity } from '../domain/severity.ts';
import type { Signal, SignalOutcome } from '../domain/signal.ts';
import type { SqlExecutor } from './database.ts';
import { aboutRows, documents, moments, plain, rowColumns, texts } from './rowColumns.ts';
import type { Statement } from './statement.ts';

/** A signal with what became of it. */
export interface DecidedSignal {
  readonly signal: Signal;
  readonly outcome: SignalOutcome;
  readonly incidentId: IncidentId | null;
  readonly decision: Decision;
}

const signalColumns = rowColumns<DecidedSignal>({
  id: plain('uuid', ({ signal }) => signal.id),
  occurred_at: moments(({ signal }) => signal.occurredAt),
  source: texts(({ signal }) => signal.source),
  service: texts(({ signal }) => signal.service),
  title: texts(({ signal }) => signal.title),
  description: texts(({ signal }) => signal.description),
  url: texts(({ signal }) => signal.url),
  state: plain('signal_state', ({ signal }) => signal.state),
  dedup_key: texts(({ signal }) => signal.dedupKey),
  group_key: texts(({ signal }) => signal.groupKey),
  reported_severity: plain('severity', ({ signal }) => signal.reportedSeverity),
  confidence: plain('float8', ({ signal }) => signal.confidence),
  metrics: documents('json', ({ signal }) => signal.metrics),
  labels: documents('json', ({ signal }) => signal.labels),
  historical: plain('boolean', ({ signal }) => signal.historical),
  outcome: plain('signal_outcome', ({ outcome }) => outcome),
  incident_id: plain('uuid', ({ incidentId }) => incidentId),
  decision: documents('json', ({ decision }) => decision),
});
const insertStatement = `
  insert into signal (${signalColumns.nameList}, received_at)
  select ${signalColumns.nameList}, $${signalColumns.names.length + 1}::timestamptz from ${signalColumns.source}`;

/** Stores signals that were received at one moment. */
export function insertSignals(receivedAt: Date, decided: readonly DecidedSignal[]): Statement[] {
  return aboutRows(insertStatement, signalColumns, decided, receivedAt);
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
