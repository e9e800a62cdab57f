import type { SignalId } from '../domain/ids.ts';
import type { NewSignal } from '../domain/signal.ts';
import { requireCircumstances } from '../persistence/circumstances.ts';
import { commitBehind } from '../persistence/commitBehind.ts';
import { claimNewKeys } from '../persistence/idempotency.ts';
import { send } from '../persistence/statement.ts';
import type { TransactionsAhead } from '../persistence/transactionsAhead.ts';
import type { App } from './app.ts';
import type { Caution } from './caution.ts';
import type { Moment } from './circumstanceMemory.ts';
import { throwStale } from './decideAgain.ts';
import { decideBatch, insertDecided } from './decideBatch.ts';
import type { EngineMemory, Turn } from './engineMemory.ts';
import { nothingSuppresses } from './readSuppression.ts';
import { andSoon, contextOf, receiveAll } from './receiveSignals.ts';
import { hasKey, keysOf } from './repeats.ts';
import { withAhead } from './sentAhead.ts';
import { isPlain, storeAtOnce } from './storeAtOnce.ts';
import { type StoredBatch, storeDecided } from './storeDecided.ts';
import type { ArrivedSignal } from './workingSet.ts';

/** Of more signals, the first are stored while the others are decided. */
const few = 250;

/** Whether these can go this way, where no other batch is on its. */
export function areFew(signals: readonly NewSignal[], keyCaution: Caution): boolean {
  return signals.length <= few && !(keyCaution.isDue && signals.some(hasKey));
}

interface Way {
  readonly app: Pick<App, 'database' | 'clock' | 'policies' | 'knowledge' | 'jobs' | 'newId'>;
  readonly memory: EngineMemory;
  readonly transactions: TransactionsAhead;
}

interface Few {
  readonly signals: readonly NewSignal[];
  readonly onDecided: (() => void) | undefined;
}

export interface IngestedFew {
  readonly arrived: readonly ArrivedSignal[];
  /** Which signal of these a signal repeats. */
  readonly sameAs: ReadonlyMap<SignalId, SignalId>;
  readonly stored: StoredBatch;
}

/**
 * Decides a few signals without a transaction, on what is remembered, in the circumstances that they are guessed to arrive in, and as if no
 * idempotency key was seen before. Mostly all that they change is one statement; else a transaction is begun for it. Throws DecideAgain where
 * it has to be decided under lock.
 */
export async function ingestFew(
  { app, memory, transactions }: Way,
  turn: Turn,
  { signals, onDecided }: Few,
  guessed: Moment,
): Promise<IngestedFew> {
  const { sql, batchSql } = app.database;
  const { receivedAt, policy, arrived, stretch } = await receiveAll(app, sql, guessed, signals);
  const context = await contextOf(app, sql, guessed, policy);
  const { claims, sameAs } = keysOf(arrived);
  const decided = await decideBatch(sql, memory, turn, {
    receivedAt,
    context,
    past: nothingSuppresses,
    fresh: arrived.filter(({ signal }) => !sameAs.has(signal.id)),
    ground: 'remembered',
    ahead: null,
  });
  onDecided?.();
  const first = [...claimNewKeys(claims, receivedAt), requireCircumstances(guessed.circumstances, andSoon(stretch))];
  if (isPlain(decided)) return { arrived, sameAs, stored: await storeAtOnce(batchSql, decided, first) };
  const stored = await commitBehind(transactions.begin, (tx) =>
    withAhead((ahead) => {
      ahead.add(send(tx, first).catch(throwStale));
      ahead.add(send(tx, insertDecided(receivedAt, decided.decided)));
      return storeDecided(tx, { jobs: app.jobs, newId: app.newId, memory, turn, ahead }, decided);
    }),
  );
  return { arrived, sameAs, stored };
}
