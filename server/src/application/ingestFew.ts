import type { NewSignal } from '../domain/signal.ts';
import { requireCircumstances } from '../persistence/circumstances.ts';
import { commitBehind } from '../persistence/commitBehind.ts';
import { insertSignals } from '../persistence/signals.ts';
import { send } from '../persistence/statement.ts';
import type { TransactionsAhead } from '../persistence/transactionsAhead.ts';
import type { App } from './app.ts';
import type { Moment } from './circumstanceMemory.ts';
import { throwStale } from './decideAgain.ts';
import { decideBatch, toRow } from './decideBatch.ts';
import type { EngineMemory, Turn } from './engineMemory.ts';
import { nothingSuppresses } from './readSuppression.ts';
import { andSoon, contextOf, receiveAll } from './receiveSignals.ts';
import { withAhead } from './sentAhead.ts';
import { isPlain, storeAtOnce } from './storeAtOnce.ts';
import { type StoredBatch, storeDecided } from './storeDecided.ts';
import type { ArrivedSignal } from './workingSet.ts';

/** Of more signals, the first are stored while the others are decided. */
const few = 250;

/** Whether these can go this way, where no other batch is on its. To claim an idempotency key takes a transaction. */
export function areFew(signals: readonly NewSignal[]): boolean {
  return signals.length <= few && signals.every(({ idempotencyKey }) => idempotencyKey === null);
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

/**
 * Decides a few signals without a transaction, on what is remembered, in the circumstances that they are guessed to arrive in. Mostly all that
 * they change is one statement; else a transaction is begun for it. Throws DecideAgain where it has to be decided under lock.
 */
export async function ingestFew(
  { app, memory, transactions }: Way,
  turn: Turn,
  { signals, onDecided }: Few,
  guessed: Moment,
): Promise<{ arrived: readonly ArrivedSignal[]; stored: StoredBatch }> {
  const { sql, batchSql } = app.database;
  const { receivedAt, policy, arrived, stretch } = await receiveAll(app, sql, guessed, signals);
  const context = await contextOf(app, sql, guessed, policy);
  const decided = await decideBatch(sql, memory, turn, {
    receivedAt,
    context,
    past: nothingSuppresses,
    fresh: arrived,
    ground: 'remembered',
    ahead: null,
  });
  onDecided?.();
  const required = requireCircumstances(guessed.circumstances, andSoon(stretch));
  if (isPlain(decided)) return { arrived, stored: await storeAtOnce(batchSql, decided, required) };
  const stored = await commitBehind(transactions.begin, (tx) =>
    withAhead((ahead) => {
      ahead.add(send(tx, [required]).catch(throwStale));
      ahead.add(send(tx, insertSignals(receivedAt, decided.decided.map(toRow))));
      return storeDecided(tx, { jobs: app.jobs, newId: app.newId, memory, turn, ahead }, decided);
    }),
  );
  return { arrived, stored };
}
