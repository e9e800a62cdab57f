import type { TransactionSql } from 'postgres';
import type { SignalId } from '../domain/ids.ts';
import type { NewSignal } from '../domain/signal.ts';
import { requireCircumstances } from '../persistence/circumstances.ts';
import { commitBehind, type Sent, sent } from '../persistence/commitBehind.ts';
import { inOneFlight } from '../persistence/inOneFlight.ts';
import { send } from '../persistence/statement.ts';
import type { Stretch } from '../persistence/suppressions.ts';
import { TransactionsAhead } from '../persistence/transactionsAhead.ts';
import type { App } from './app.ts';
import { Caution } from './caution.ts';
import { CircumstanceMemory, type Moment } from './circumstanceMemory.ts';
import { DecideAgain, throwStale } from './decideAgain.ts';
import { decideBatch, type Ground } from './decideBatch.ts';
import { EngineMemory, type Turn } from './engineMemory.ts';
import { areFew, ingestFew } from './ingestFew.ts';
import type { IngestResult, StoredResult } from './ingestResult.ts';
import { nothingSuppresses, readPastSuppression } from './readSuppression.ts';
import { andSoon, contextOf, receiveAll, stretchOf } from './receiveSignals.ts';
import { hasKey, readFirstAnswers, splitRepeats } from './repeats.ts';
import { type SentAhead, withAhead } from './sentAhead.ts';
import { type StoredBatch, storeDecided } from './storeDecided.ts';
import type { ArrivedSignal } from './workingSet.ts';

/** So far apart two clocks may be before their difference costs a second question. */
const clockSlackMs = 60_000;

export type IngestApp = Pick<App, 'database' | 'clock' | 'policies' | 'knowledge' | 'feed' | 'jobs' | 'newId'>;

/**
 * Decides and stores signals in one transaction; answers in their order. Nothing is stored when it throws, but where the connection is lost
 * before the commit is answered it may be. `onDecided` is told once another batch can be decided; a batch that has to be decided again tells
 * it again.
 */
export type IngestBatch = (signals: readonly NewSignal[], onDecided?: () => void) => Promise<IngestResult[]>;

/** Opens the way in. Batches may be given while others are on their way: they are decided in turn. */
export function openIngest(app: IngestApp): IngestBatch {
  const way: Way = {
    app,
    memory: new EngineMemory(),
    circumstances: new CircumstanceMemory(),
    transactions: new TransactionsAhead(app.database.sql),
    keyCaution: new Caution(),
    fewEnded: Promise.resolve(),
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
  /** After an idempotency key that was seen before, those of some batches are asked for before they are decided. */
  readonly keyCaution: Caution;
  /**
   * Resolves when the last few that brought idempotency keys have ended. They claim those after they are decided: a batch behind them that
   * claimed one before would wait for them, and they for it.
   */
  fewEnded: Promise<void>;
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
  const isFew = batch.ground === 'remembered' && memory.isIdle && areFew(batch.signals, way.keyCaution);
  const guessed = isFew ? way.circumstances.guess() : null;
  const turn = memory.place();
  let committed = false;
  try {
    const storing =
      guessed === null
        ? commitBehind(transactions.begin, (tx) => withAhead((ahead) => decideAndStore(tx, way, turn, batch, ahead)))
        : decideAndStoreFew(way, turn, batch, guessed);
    if (guessed !== null && batch.signals.some(hasKey)) way.fewEnded = ended(storing);
    const { results, stored } = await storing;
    committed = true;
    if (stored !== null) app.feed.committed(stored);
    return results;
  } finally {
    if (!committed) memory.forget();
    turn.settle(committed);
  }
}

/** Resolves when something has ended, however. */
async function ended(something: Promise<unknown>): Promise<void> {
  await Promise.allSettled([something]);
}

async function decideAndStoreFew(way: Way, turn: Turn, batch: Batch, guessed: Moment): Promise<Ingested> {
  const { arrived, sameAs, stored } = await ingestFew(way, turn, batch, guessed);
  return { results: inOrder(arrived, sameAs, [stored.results]), stored };
}

async function decideAndStore(
  tx: TransactionSql,
  { app, memory, circumstances: known, transactions, keyCaution, fewEnded }: Way,
  turn: Turn,
  { signals, onDecided, ground }: Batch,
  ahead: SentAhead,
): Promise<Sent<Ingested>> {
  const guessed = ground === 'remembered' ? known.guess() : null;
  const likely = stretchAbout(new Date(), signals);
  const moment = guessed ?? (await known.read(tx, likely));
  const { circumstances } = moment;
  const { receivedAt, policy, arrived, stretch } = await receiveAll(app, tx, moment, signals);
  if (guessed !== null) ahead.add(send(tx, [requireCircumstances(circumstances, andSoon(stretch))]).catch(throwStale));
  const isKeyed = signals.some(hasKey);
  if (isKeyed) await fewEnded;
  const isQuiet = guessed !== null || (covers(likely, stretch) && !circumstances.isSuppressed);
  const [{ fresh, seen, sameAs }, past] = await Promise.all([
    splitRepeats(tx, arrived, receivedAt),
    isQuiet ? nothingSuppresses : readPastSuppression(tx, stretch),
  ]);
  if (isKeyed) keyCaution.met(seen.size > 0);
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

/** The stretch that signals will be found to cover, unless the database's clock is further away from this one. */
function stretchAbout(now: Date, signals: readonly NewSignal[]): Stretch {
  const past = signals.flatMap(({ historical, occurredAt }) => (historical && occurredAt !== null ? occurredAt : []));
  return stretchOf([new Date(now.getTime() - clockSlackMs), new Date(now.getTime() + clockSlackMs), ...past]);
}

function covers(outer: Stretch, inner: Stretch): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}
