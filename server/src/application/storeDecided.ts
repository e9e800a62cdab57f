import type { TransactionSql } from 'postgres';
import type { Escalation } from '../domain/escalation.ts';
import type { IncidentId, NewId, SignalId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import { alertNoiseOf } from '../engines/metrics/alertNoise.ts';
import { isSystemic } from '../engines/systemicGroup.ts';
import { appendBatch, type NewChange } from '../feed/appendChanges.ts';
import type { JobQueue } from '../jobs/jobQueue.ts';
import { addAlertNoise } from '../persistence/alertNoise.ts';
import { putBaselines } from '../persistence/baselines.ts';
import { type Sent, sent } from '../persistence/commitBehind.ts';
import { ingestLock } from '../persistence/ingestLock.ts';
import { inOneFlight } from '../persistence/inOneFlight.ts';
import { type Statement, send } from '../persistence/statement.ts';
import { addTallies } from '../persistence/tally.ts';
import { throwStale } from './decideAgain.ts';
import type { DecidedBatch } from './decideBatch.ts';
import type { EngineMemory, Turn } from './engineMemory.ts';
import type { StoredResult } from './ingestResult.ts';
import type { PendingConsequences } from './pendingConsequences.ts';
import type { SentAhead } from './sentAhead.ts';
import { storeSuppression } from './suppressionLedger.ts';
import { tallyBatch } from './tallyBatch.ts';

interface StoreContext {
  readonly jobs: JobQueue;
  readonly newId: NewId;
  readonly memory: EngineMemory;
  readonly turn: Turn;
  readonly ahead: SentAhead;
}

/** What is so once the transaction has committed. */
export interface StoredBatch {
  readonly results: ReadonlyMap<SignalId, StoredResult>;
  readonly changes: readonly NewChange[];
  /** The position of the last of them. */
  readonly head: number;
}

/**
 * Stores a decided batch, of which the signals' rows were sent, by a handful of statements, whatever its size, and answers for each signal.
 * Resolves once all are sent: the commit may travel behind them. Fails with DecideAgain when what it was decided on has changed, and so does
 * the transaction.
 */
export async function storeDecided(
  tx: TransactionSql,
  context: StoreContext,
  batch: DecidedBatch,
): Promise<Sent<StoredBatch>> {
  if (batch.expected === null) return store(tx, context, batch);
  await context.turn.previousHolds();
  // Rows that moved meanwhile can be in the way before the feed is asked. On what is locked it will show whether something else is wrong.
  const { answered } = await store(tx, context, batch).catch(throwStale);
  return sent(answered.catch(throwStale));
}

async function store(
  tx: TransactionSql,
  { jobs, newId, memory, turn, ahead }: StoreContext,
  batch: DecidedBatch,
): Promise<Sent<StoredBatch>> {
  const { receivedAt, pending, suppression, policyVersion, id, expected, after } = batch;
  // Sent at once and done in this order: first of all the lock, which waits for the batch before. The signals' rows are on their way.
  const written = inOneFlight([
    expected === null ? null : send(tx, [ingestLock]).then(turn.hold),
    pending.store(tx, { jobs, newId, at: receivedAt, policyVersion }),
    send(tx, countsOf(batch)),
    storeSuppression(tx, suppression),
  ]);
  if (!pending.isSentAtOnce) await written;
  const changes = pending.changes(receivedAt);
  const appended = appendBatch(tx, { id, changes, expected });
  const answer = async () => {
    const [head, [, incidents]] = await inOneFlight([appended, written, ...ahead.answers]);
    // Others changed incidents that were not locked.
    if (head !== after.head) memory.forget();
    return { results: resultsOf(batch, incidents), changes, head };
  };
  return sent(answer());
}

/** What is counted and learned. */
export function countsOf({ decided, pending, baselines, suppression }: DecidedBatch): Statement[] {
  return [
    ...putBaselines(baselines),
    ...addTallies(tallyBatch(decided, suppression.newAlerts, pending.opened.filter(isSystemic))),
    ...addAlertNoise(alertNoiseOf(decided)),
  ];
}

/** The answer to each signal. */
export function resultsOf(
  { decided, pending }: DecidedBatch,
  incidents: ReadonlyMap<IncidentId, Incident>,
): Map<SignalId, StoredResult> {
  const escalations = escalationsBySignal(pending);
  return new Map(
    decided.map(({ arrived: { signal }, verdict: { outcome, decision, incident } }) => [
      signal.id,
      {
        outcome,
        signal,
        decision,
        incident: incident === null ? null : (incidents.get(incident.id) ?? incident),
        escalations: escalations.get(signal.id) ?? [],
      },
    ]),
  );
}

function escalationsBySignal({ escalations }: PendingConsequences): Map<SignalId, Escalation[]> {
  const bySignal = new Map<SignalId, Escalation[]>();
  for (const { escalation, signalId } of escalations) {
    if (signalId !== null) bySignal.set(signalId, [...(bySignal.get(signalId) ?? []), escalation]);
  }
  return bySignal;
}
