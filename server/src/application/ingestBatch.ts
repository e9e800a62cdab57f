import type { TransactionSql } from 'postgres';
import type { SignalId } from '../domain/ids.ts';
import type { NewSignal, Signal } from '../domain/signal.ts';
import { identify } from '../engines/correlation.ts';
import type { Policy } from '../engines/policy.ts';
import type { App } from './app.ts';
import { decideBatch, type Ground } from './decideBatch.ts';
import { EngineMemory, type Turn } from './engineMemory.ts';
import type { IngestResult, StoredResult } from './ingestResult.ts';
import { readPastSuppression } from './readSuppression.ts';
import { readFirstAnswers, splitRepeats } from './repeats.ts';
import { StaleState } from './staleState.ts';
import { storeDecided } from './storeDecided.ts';
import type { ArrivedSignal } from './workingSet.ts';

export type IngestApp = Pick<App, 'database' | 'clock' | 'policies' | 'knowledge' | 'jobs' | 'newId'>;

/**
 * Decides and stores signals in one transaction; answers in their order. Nothing is stored when it throws. `onDecided` is told once another
 * batch can be decided; a batch that has to be decided again tells it again.
 */
export type IngestBatch = (signals: readonly NewSignal[], onDecided?: () => void) => Promise<IngestResult[]>;

/** Opens the way in. Batches may be given while others are on their way: they are decided in turn. */
export function openIngest(app: IngestApp): IngestBatch {
  const memory = new EngineMemory();
  return async (signals, onDecided) => {
    const batch = { signals, onDecided };
    try {
      return await ingestOnce(app, memory, { ...batch, ground: 'remembered' });
    } catch (error) {
      if (!(error instanceof StaleState)) throw error;
      return await ingestOnce(app, memory, { ...batch, ground: 'locked' });
    }
  };
}

interface Batch {
  readonly signals: readonly NewSignal[];
  readonly onDecided: (() => void) | undefined;
  readonly ground: Ground;
}

async function ingestOnce(app: IngestApp, memory: EngineMemory, batch: Batch): Promise<IngestResult[]> {
  const turn = memory.place();
  let committed = false;
  try {
    const results = await app.database.sql.begin((tx) => ingestIn(tx, app, memory, turn, batch));
    committed = true;
    return results;
  } finally {
    if (!committed) memory.forget();
    turn.settle(committed);
  }
}

async function ingestIn(
  tx: TransactionSql,
  app: IngestApp,
  memory: EngineMemory,
  turn: Turn,
  { signals, onDecided, ground }: Batch,
): Promise<IngestResult[]> {
  // In one go, so that the policy in force costs no round trip of its own.
  const [receivedAt, { version: policyVersion, policy }, versions] = await Promise.all([
    app.clock.now(tx),
    app.policies.active(tx),
    app.knowledge.versions(tx),
  ]);
  const arrived = signals.map((signal) => receive(signal, receivedAt, policy, app.newId()));
  const [{ fresh, seen, sameAs }, past] = await Promise.all([
    splitRepeats(tx, arrived, receivedAt),
    readPastSuppression(tx, stretchOf(arrived)),
  ]);
  const answers = new Map<SignalId, StoredResult>(await readFirstAnswers(tx, seen));
  if (fresh.length > 0) {
    const knowledge = await app.knowledge.current(tx, versions, policy);
    const context = { ...knowledge, policy, policyVersion, newId: app.newId };
    const decided = await decideBatch(tx, memory, turn, { receivedAt, context, past, fresh, ground });
    onDecided?.();
    const stored = await storeDecided(tx, { jobs: app.jobs, newId: app.newId, memory, turn }, decided);
    for (const [id, answer] of stored) answers.set(id, answer);
  }
  for (const [id, firstId] of sameAs) {
    const first = answers.get(firstId);
    if (first !== undefined) answers.set(id, { ...first, outcome: 'DUPLICATE' });
  }
  return arrived.map(({ signal }) => {
    const answer = answers.get(signal.id);
    if (answer === undefined) throw new Error('A stored signal has no answer');
    return answer;
  });
}

function receive(signal: NewSignal, receivedAt: Date, policy: Policy, id: SignalId): ArrivedSignal {
  const { dedupKey, groupKey } = identify(signal, policy, id);
  const occurredAt = signal.occurredAt ?? receivedAt;
  // Written out: V8 takes a microsecond to add a field to what was spread.
  const stored: Signal = {
    id,
    source: signal.source,
    service: signal.service,
    title: signal.title,
    description: signal.description,
    url: signal.url,
    state: signal.state,
    dedupKey,
    groupKey: signal.groupKey,
    reportedSeverity: signal.reportedSeverity,
    confidence: signal.confidence,
    metrics: signal.metrics,
    labels: signal.labels,
    occurredAt,
    receivedAt,
    historical: signal.historical,
  };
  const now = signal.historical ? occurredAt : receivedAt;
  return { signal: stored, groupKey, idempotencyKey: signal.idempotencyKey, now };
}

function stretchOf(arrived: readonly ArrivedSignal[]): { from: Date; to: Date } {
  const times = arrived.map(({ now }) => now.getTime());
  return { from: new Date(Math.min(...times)), to: new Date(Math.max(...times)) };
}
