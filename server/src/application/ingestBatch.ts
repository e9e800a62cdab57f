import type { TransactionSql } from 'postgres';
import type { SignalId } from '../domain/ids.ts';
import type { NewSignal, Signal } from '../domain/signal.ts';
import { identify } from '../engines/correlation.ts';
import type { Policy } from '../engines/policy.ts';
import { requireCircumstances } from '../persistence/circumstances.ts';
import { commitBehind, type Sent, sent } from '../persistence/commitBehind.ts';
import type { SqlExecutor } from '../persistence/database.ts';
import { inOneFlight } from '../persistence/inOneFlight.ts';
import { insertSignals } from '../persistence/signals.ts';
import { send } from '../persistence/statement.ts';
import type { Stretch } from '../persistence/suppressions.ts';
import { TransactionsAhead } from '../persistence/transactionsAhead.ts';
import type { App } from './app.ts';
import { CircumstanceMemory, type Moment } from './circumstanceMemory.ts';
import { DecideAgain, throwStale } from './decideAgain.ts';
import { decideBatch, type Ground, toRow } from './decideBatch.ts';
import { EngineMemory, type Turn } from './engineMemory.ts';
import type { IngestResult, StoredResult } from './ingestResult.ts';
import { nothingSuppresses, readPastSuppression } from './readSuppression.ts';
import { readFirstAnswers, splitRepeats } from './repeats.ts';
import { SentAhead } from './sentAhead.ts';
import { isPlain, type StoredBatch, storeAtOnce, storeDecided } from './storeDecided.ts';
import type { ArrivedSignal, DecisionContext } from './workingSet.ts';

/** So many signals at once are decided without a transaction: of more, the first are stored while the others are decided. */
const few = 250;
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
      if (!(error instanceof DecideAgain)) throw error;
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
  const guessed = batch.ground === 'remembered' ? way.circumstances.guess() : null;
  const isFew = memory.isIdle && batch.signals.length <= few && batch.signals.every(isUnkeyed);
  const turn = memory.place();
  let committed = false;
  try {
    const { results, stored } =
      guessed !== null && isFew
        ? await ingestFew(way, turn, batch, guessed)
        : await commitBehind(transactions.begin, (tx) => ingestIn(tx, way, turn, batch, guessed));
    committed = true;
    if (stored !== null) app.feed.committed(stored);
    return results;
  } finally {
    if (!committed) memory.forget();
    turn.settle(committed);
  }
}

/** Decides a few signals that no other batch is before without a transaction: mostly all that they change is one statement. */
async function ingestFew(way: Way, turn: Turn, batch: Batch, guessed: Moment): Promise<Ingested> {
  const { app, memory, transactions } = way;
  const { sql } = app.database;
  const { receivedAt, policy, arrived, stretch } = await receiveAll(app, sql, guessed, batch.signals);
  const context = await contextOf(app, sql, guessed, policy);
  const received = { receivedAt, context, past: nothingSuppresses, fresh: arrived, ground: batch.ground };
  const decided = await decideBatch(sql, memory, turn, { ...received, ahead: null });
  batch.onDecided?.();
  const required = requireCircumstances(guessed.circumstances, andSoon(stretch));
  const stored = isPlain(decided)
    ? await storeAtOnce(sql, decided, required)
    : await commitBehind(transactions.begin, (tx) => {
        const ahead = new SentAhead();
        return orRefused(ahead, () => {
          ahead.add(send(tx, [required]).catch(throwStale));
          ahead.add(send(tx, insertSignals(receivedAt, decided.decided.map(toRow))));
          return storeDecided(tx, { jobs: app.jobs, newId: app.newId, memory, turn, ahead }, decided);
        });
      });
  return { results: inOrder(arrived, new Map(), [stored.results]), stored };
}

async function ingestIn(
  tx: TransactionSql,
  way: Way,
  turn: Turn,
  batch: Batch,
  guessed: Moment | null,
): Promise<Sent<Ingested>> {
  const ahead = new SentAhead();
  return orRefused(ahead, () => decideAndStore(tx, way, turn, batch, guessed, ahead));
}

/** What was asked behind a statement that failed was refused for its sake. */
async function orRefused<Result>(ahead: SentAhead, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    await inOneFlight([...ahead.answers, Promise.reject(error)]);
    throw error;
  }
}

async function decideAndStore(
  tx: TransactionSql,
  { app, memory, circumstances: known, transactions }: Way,
  turn: Turn,
  { signals, onDecided, ground }: Batch,
  guessed: Moment | null,
  ahead: SentAhead,
): Promise<Sent<Ingested>> {
  const likely = stretchAbout(new Date(), signals);
  const moment = guessed ?? (await known.read(tx, likely));
  const { circumstances } = moment;
  const { receivedAt, policy, arrived, stretch } = await receiveAll(app, tx, moment, signals);
  if (guessed !== null) ahead.add(send(tx, [requireCircumstances(circumstances, andSoon(stretch))]).catch(throwStale));
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
  const context = await contextOf(app, tx, moment, policy);
  const decided = await decideBatch(tx, memory, turn, { receivedAt, context, past, fresh, ground, ahead });
  onDecided?.();
  const { answered } = await storeDecided(tx, { jobs: app.jobs, newId: app.newId, memory, turn, ahead }, decided);
  transactions.open();
  return sent(answered.then(ingested));
}

interface Arrival {
  readonly receivedAt: Date;
  readonly policy: Policy;
  readonly arrived: readonly ArrivedSignal[];
  /** The stretch of time that they are about. */
  readonly stretch: Stretch;
}

async function receiveAll(
  app: IngestApp,
  sql: SqlExecutor,
  { circumstances, databaseTime }: Moment,
  signals: readonly NewSignal[],
): Promise<Arrival> {
  const receivedAt = app.clock.at(databaseTime);
  const { policy } = await app.policies.inForce(circumstances.policyVersion, sql);
  const arrived = signals.map((signal) => receive(signal, receivedAt, policy, app.newId()));
  return { receivedAt, policy, arrived, stretch: stretchOf(arrived.map(({ now }) => now)) };
}

async function contextOf(
  app: IngestApp,
  sql: SqlExecutor,
  { circumstances }: Moment,
  policy: Policy,
): Promise<DecisionContext> {
  const knowledge = await app.knowledge.current(sql, circumstances, policy);
  return { ...knowledge, policy, policyVersion: circumstances.policyVersion, newId: app.newId };
}

function isUnkeyed({ idempotencyKey }: NewSignal): boolean {
  return idempotencyKey === null;
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
