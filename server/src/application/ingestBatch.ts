import type { TransactionSql } from 'postgres';
import type { SignalId } from '../domain/ids.ts';
import type { NewSignal, Signal } from '../domain/signal.ts';
import { identify } from '../engines/correlation.ts';
import type { Policy } from '../engines/policy.ts';
import { requireCircumstances } from '../persistence/circumstances.ts';
import { commitBehind, type Sent, sent } from '../persistence/commitBehind.ts';
import { inOneFlight } from '../persistence/inOneFlight.ts';
import type { Stretch } from '../persistence/suppressions.ts';
import { TransactionsAhead } from '../persistence/transactionsAhead.ts';
import type { App } from './app.ts';
import { CircumstanceMemory } from './circumstanceMemory.ts';
import { decideBatch, type Ground } from './decideBatch.ts';
import { EngineMemory, type Turn } from './engineMemory.ts';
import type { IngestResult, StoredResult } from './ingestResult.ts';
import { nothingSuppresses, readPastSuppression } from './readSuppression.ts';
import { readFirstAnswers, splitRepeats } from './repeats.ts';
import { SentAhead } from './sentAhead.ts';
import { StaleState, throwStale } from './staleState.ts';
import { type StoredBatch, storeDecided } from './storeDecided.ts';
import type { ArrivedSignal } from './workingSet.ts';

/** So far apart two clocks may be before their difference costs a second question. */
const clockSlackMs = 60_000;

export type IngestApp = Pick<App, 'database' | 'clock' | 'policies' | 'knowledge' | 'feed' | 'jobs' | 'newId'>;

/**
 * Decides and stores signals in one transaction; answers in their order. Nothing is stored when it throws. `onDecided` is told once another
 * batch can be decided; a batch that has to be decided again tells it again.
 */
export type IngestBatch = (signals: readonly NewSignal[], onDecided?: () => void) => Promise<IngestResult[]>;

/** Opens the way in. Batches may be given while others are on their way: they are decided in turn. */
export function openIngest(app: IngestApp): IngestBatch {
  const way: Way = {
    app,
    memory: new EngineMemory(),
    circumstances: new CircumstanceMemory(),
    transactions: new TransactionsAhead(app.database.sql),
  };
  return async (signals, onDecided) => {
    const batch = { signals, onDecided };
    try {
      return await ingestOnce(way, { ...batch, ground: 'remembered' });
    } catch (error) {
      if (!(error instanceof StaleState)) throw error;
      return await ingestOnce(way, { ...batch, ground: 'locked' });
    }
  };
}

/** What all batches share. */
interface Way {
  readonly app: IngestApp;
  readonly memory: EngineMemory;
  readonly circumstances: CircumstanceMemory;
  readonly transactions: TransactionsAhead;
}

interface Batch {
  readonly signals: readonly NewSignal[];
  readonly onDecided: (() => void) | undefined;
  readonly ground: Ground;
}

interface Ingested {
  readonly results: IngestResult[];
  /** Null when all had been seen before. */
  readonly stored: StoredBatch | null;
}

async function ingestOnce(way: Way, batch: Batch): Promise<IngestResult[]> {
  const { app, memory, transactions } = way;
  const turn = memory.place();
  let committed = false;
  try {
    const { results, stored } = await commitBehind(transactions.begin, (tx) => ingestIn(tx, way, turn, batch));
    committed = true;
    if (stored !== null) app.feed.committed(stored);
    return results;
  } finally {
    if (!committed) memory.forget();
    turn.settle(committed);
  }
}

async function ingestIn(tx: TransactionSql, way: Way, turn: Turn, batch: Batch): Promise<Sent<Ingested>> {
  const ahead = new SentAhead();
  try {
    return await decideAndStore(tx, way, turn, batch, ahead);
  } catch (error) {
    // What was asked behind a statement that failed was refused for its sake.
    await inOneFlight([...ahead.answers, Promise.reject(error)]);
    throw error;
  }
}

async function decideAndStore(
  tx: TransactionSql,
  { app, memory, circumstances: known, transactions }: Way,
  turn: Turn,
  { signals, onDecided, ground }: Batch,
  ahead: SentAhead,
): Promise<Sent<Ingested>> {
  const guessed = ground === 'remembered' ? known.guess() : null;
  const likely = stretchAbout(new Date(), signals);
  const { circumstances, databaseTime } = guessed ?? (await known.read(tx, likely));
  const { policyVersion } = circumstances;
  const receivedAt = app.clock.at(databaseTime);
  const { policy } = await app.policies.inForce(policyVersion, tx);
  const arrived = signals.map((signal) => receive(signal, receivedAt, policy, app.newId()));
  const stretch = stretchOf(arrived.map(({ now }) => now));
  if (guessed !== null) ahead.add(requireCircumstances(tx, circumstances, andSoon(stretch)).catch(throwStale));
  const isQuiet = guessed !== null || (covers(likely, stretch) && !circumstances.isSuppressed);
  const [{ fresh, seen, sameAs }, past] = await Promise.all([
    splitRepeats(tx, arrived, receivedAt),
    isQuiet ? nothingSuppresses : readPastSuppression(tx, stretch),
  ]);
  const repeated = await readFirstAnswers(tx, seen);
  const ingested = (stored: StoredBatch | null) => ({
    results: inOrder(arrived, sameAs, stored === null ? [repeated] : [stored.results, repeated]),
    stored,
  });
  if (fresh.length === 0) return sent(inOneFlight(ahead.answers).then(() => ingested(null)));
  const knowledge = await app.knowledge.current(tx, circumstances, policy);
  const context = { ...knowledge, policy, policyVersion, newId: app.newId };
  const decided = await decideBatch(tx, memory, turn, { receivedAt, context, past, fresh, ground, ahead });
  onDecided?.();
  const { answered } = await storeDecided(tx, { jobs: app.jobs, newId: app.newId, memory, turn, ahead }, decided);
  transactions.open();
  return sent(answered.then(ingested));
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

/** What is about to suppress is asked for: the guess at the time may be late by some milliseconds. */
function andSoon({ from, to }: Stretch): Stretch {
  return { from, to: new Date(to.getTime() + 1_000) };
}

/** The stretch that signals will be found to cover, unless the database's clock is further away from this one. */
function stretchAbout(now: Date, signals: readonly NewSignal[]): Stretch {
  const past = signals.flatMap(({ historical, occurredAt }) => (historical && occurredAt !== null ? occurredAt : []));
  return stretchOf([new Date(now.getTime() - clockSlackMs), new Date(now.getTime() + clockSlackMs), ...past]);
}

function covers(outer: Stretch, inner: Stretch): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}
