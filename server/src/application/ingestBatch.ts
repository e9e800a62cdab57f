import type { TransactionSql } from 'postgres';
import type { SignalId } from '../domain/ids.ts';
import type { NewSignal, Signal } from '../domain/signal.ts';
import { identify } from '../engines/correlation.ts';
import type { Policy } from '../engines/policy.ts';
import { readCircumstances } from '../persistence/circumstances.ts';
import { commitBehind, type Sent, sent } from '../persistence/commitBehind.ts';
import type { Stretch } from '../persistence/suppressions.ts';
import type { App } from './app.ts';
import { decideBatch, type Ground } from './decideBatch.ts';
import { EngineMemory, type Turn } from './engineMemory.ts';
import type { IngestResult, StoredResult } from './ingestResult.ts';
import { nothingSuppresses, readPastSuppression } from './readSuppression.ts';
import { readFirstAnswers, splitRepeats } from './repeats.ts';
import { SignalRows } from './signalRows.ts';
import { StaleState } from './staleState.ts';
import { storeDecided } from './storeDecided.ts';
import type { ArrivedSignal } from './workingSet.ts';

/** So far apart two clocks may be before their difference costs a second question. */
const clockSlackMs = 60_000;

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
    const results = await commitBehind(app.database.sql, (tx) => ingestIn(tx, app, memory, turn, batch));
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
): Promise<Sent<IngestResult[]>> {
  const likely = stretchAbout(new Date(), signals);
  const circumstances = await readCircumstances(tx, likely);
  const receivedAt = app.clock.at(circumstances.databaseTime);
  const { policyVersion } = circumstances;
  const { policy } = await app.policies.inForce(policyVersion, tx);
  const arrived = signals.map((signal) => receive(signal, receivedAt, policy, app.newId()));
  const stretch = stretchOf(arrived.map(({ now }) => now));
  const [{ fresh, seen, sameAs }, past] = await Promise.all([
    splitRepeats(tx, arrived, receivedAt),
    covers(likely, stretch) && !circumstances.isSuppressed ? nothingSuppresses : readPastSuppression(tx, stretch),
  ]);
  const repeated = await readFirstAnswers(tx, seen);
  if (fresh.length === 0) return sent(Promise.resolve(inOrder(arrived, sameAs, [repeated])));
  const knowledge = await app.knowledge.current(tx, circumstances, policy);
  const context = { ...knowledge, policy, policyVersion, newId: app.newId };
  const rows = new SignalRows(tx, receivedAt);
  const decided = await decideBatch(tx, memory, turn, { receivedAt, context, past, fresh, ground, rows });
  onDecided?.();
  const { answered } = await storeDecided(tx, { jobs: app.jobs, newId: app.newId, memory, turn, rows }, decided);
  return sent(answered.then((stored) => inOrder(arrived, sameAs, [stored, repeated])));
}

function inOrder(
  arrived: readonly ArrivedSignal[],
  sameAs: ReadonlyMap<SignalId, SignalId>,
  answers: readonly ReadonlyMap<SignalId, StoredResult>[],
): StoredResult[] {
  return arrived.map(({ signal: { id } }) => {
    const firstId = sameAs.get(id);
    const answer = answers.find((some) => some.has(firstId ?? id))?.get(firstId ?? id);
    if (answer === undefined) throw new Error('A stored signal has no answer');
    return firstId === undefined ? answer : { ...answer, outcome: 'DUPLICATE' };
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

function stretchOf(moments: readonly Date[]): Stretch {
  const times = moments.map((moment) => moment.getTime());
  return { from: new Date(Math.min(...times)), to: new Date(Math.max(...times)) };
}

/** The stretch that signals will be found to cover, unless the database's clock is further away from this one. */
function stretchAbout(now: Date, signals: readonly NewSignal[]): Stretch {
  const past = signals.flatMap(({ historical, occurredAt }) => (historical && occurredAt !== null ? occurredAt : []));
  return stretchOf([new Date(now.getTime() - clockSlackMs), new Date(now.getTime() + clockSlackMs), ...past]);
}

function covers(outer: Stretch, inner: Stretch): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}
