import type { TransactionSql } from 'postgres';
import type { Escalation } from '../domain/escalation.ts';
import type { NewId, SignalId } from '../domain/ids.ts';
import { alertNoiseOf } from '../engines/metrics/alertNoise.ts';
import { isSystemic } from '../engines/systemicGroup.ts';
import { appendBatch } from '../feed/appendChanges.ts';
import type { JobQueue } from '../jobs/jobQueue.ts';
import { addAlertNoise } from '../persistence/alertNoise.ts';
import { putBaselines } from '../persistence/baselines.ts';
import { insertSignals } from '../persistence/signals.ts';
import { addTallies } from '../persistence/tally.ts';
import { type DecidedBatch, type DecidedSignal, lockIngest } from './decideBatch.ts';
import type { EngineMemory, Turn } from './engineMemory.ts';
import type { StoredResult } from './ingestResult.ts';
import type { PendingConsequences } from './pendingConsequences.ts';
import { StaleState } from './staleState.ts';
import { storeSuppression } from './suppressionLedger.ts';
import { tallyBatch } from './tallyBatch.ts';

interface StoreContext {
  readonly jobs: JobQueue;
  readonly newId: NewId;
  readonly memory: EngineMemory;
  readonly turn: Turn;
}

/**
 * Stores a decided batch by a handful of statements, whatever its size, and answers for each signal. Throws StaleState when what it was
 * decided on has changed, and the transaction must be given up.
 */
export async function storeDecided(
  tx: TransactionSql,
  context: StoreContext,
  batch: DecidedBatch,
): Promise<Map<SignalId, StoredResult>> {
  if (batch.expected === null) return store(tx, context, batch);
  if (!(await context.turn.previous())) throw new StaleState();
  try {
    return await store(tx, context, batch);
  } catch (cause) {
    // Rows that moved meanwhile can be in the way before the feed is asked. On what is locked it will show whether something else is wrong.
    throw new StaleState({ cause });
  }
}

async function store(
  tx: TransactionSql,
  { jobs, newId, memory }: StoreContext,
  batch: DecidedBatch,
): Promise<Map<SignalId, StoredResult>> {
  const { receivedAt, decided, pending, baselines, suppression, policyVersion, expected, after } = batch;
  // Sent at once and done in this order: first of all the lock.
  const [, incidents] = await Promise.all([
    expected === null ? null : lockIngest(tx),
    pending.store(tx, { jobs, newId, at: receivedAt, policyVersion }),
    insertSignals(tx, receivedAt, decided.map(toRow)),
    putBaselines(tx, baselines),
    addTallies(tx, tallyBatch(decided, suppression.newAlerts, pending.opened.filter(isSystemic))),
    addAlertNoise(tx, alertNoiseOf(decided)),
  ]);
  await storeSuppression(tx, suppression);
  const stands = await appendBatch(tx, pending.changes(receivedAt), expected);
  if (stands === null) throw new StaleState();
  // Others changed incidents that were not locked.
  if (stands.head !== after.head) memory.forget();

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

function toRow({ arrived, verdict }: DecidedSignal) {
  const { outcome, decision, incident } = verdict;
  return { signal: arrived.signal, outcome, decision, incidentId: incident?.id ?? null };
}

function escalationsBySignal({ escalations }: PendingConsequences): Map<SignalId, Escalation[]> {
  const bySignal = new Map<SignalId, Escalation[]>();
  for (const { escalation, signalId } of escalations) {
    if (signalId !== null) bySignal.set(signalId, [...(bySignal.get(signalId) ?? []), escalation]);
  }
  return bySignal;
}
