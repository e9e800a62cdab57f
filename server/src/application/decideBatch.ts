import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TransactionSql } from 'postgres';
import type { BatchId } from '../domain/ids.ts';
import type { BaselineState } from '../engines/baseline.ts';
import { dependentsOf } from '../engines/catalogue.ts';
import { orchestrate } from '../engines/orchestrator.ts';
import type { Verdict } from '../engines/verdict.ts';
import type { FeedVersion } from '../feed/appendChanges.ts';
import { readFeedState } from '../feed/readChanges.ts';
import { readAffectedServices } from '../persistence/catalogue.ts';
import type { SqlExecutor } from '../persistence/database.ts';
import { ingestLock } from '../persistence/ingestLock.ts';
import { insertSignals } from '../persistence/signals.ts';
import { type Statement, send } from '../persistence/statement.ts';
import { addSystemicEscalations } from './addSystemicEscalations.ts';
import { AffectedServices } from './affectedServices.ts';
import { DecideAgain } from './decideAgain.ts';
import type { EngineMemory, Remembered, Turn } from './engineMemory.ts';
import { EngineState } from './engineState.ts';
import { mergeFound } from './mergeFound.ts';
import type { PendingConsequences } from './pendingConsequences.ts';
import { readFiring, type SuppressionState } from './readSuppression.ts';
import type { SentAhead } from './sentAhead.ts';
import { type SuppressionLedger, suppressionLedgerOf } from './suppressionLedger.ts';
import type { ArrivedSignal, DecisionContext } from './workingSet.ts';

const decidedAtOnce = 250;

/** Signals that were received together and not seen before, with what they are decided by. */
export interface ReceivedBatch {
  readonly receivedAt: Date;
  readonly context: DecisionContext;
  /** What may hold them back, but for what fires. */
  readonly past: SuppressionState;
  readonly fresh: readonly ArrivedSignal[];
  readonly ground: Ground;
  /** Tells the database of the signals that are decided while the others still are; null where nothing is told before all are. */
  readonly ahead: SentAhead | null;
}

/** What a batch is decided on: on what is remembered, if that may still be so, or on what is read and held under lock. */
export type Ground = 'remembered' | 'locked';

export interface DecidedSignal {
  readonly arrived: ArrivedSignal;
  readonly verdict: Verdict;
}

/** A batch that was decided and is to be stored. */
export interface DecidedBatch {
  readonly receivedAt: Date;
  readonly decided: readonly DecidedSignal[];
  readonly pending: PendingConsequences;
  readonly baselines: ReadonlyMap<string, BaselineState>;
  readonly suppression: SuppressionLedger;
  readonly policyVersion: number;
  readonly id: BatchId;
  /** Where the feed must stand when the batch is stored; null when it was decided on what is locked. */
  readonly expected: FeedVersion | null;
  /** Where it will stand afterwards, if nobody else appends to it. */
  readonly after: FeedVersion;
}

/**
 * Decides signals in the batch's turn, which ends with it. Most need no transaction for it; throws DecideAgain where they do and have none.
 */
export async function decideBatch(
  sql: SqlExecutor,
  memory: EngineMemory,
  turn: Turn,
  received: ReceivedBatch,
): Promise<DecidedBatch> {
  await turn.take();
  try {
    return await decideInTurn(sql, memory, turn, received);
  } catch (error) {
    memory.forget();
    throw error;
  } finally {
    turn.leave();
  }
}

async function decideInTurn(
  sql: SqlExecutor,
  memory: EngineMemory,
  turn: Turn,
  { receivedAt, context, past, fresh, ground, ahead }: ReceivedBatch,
): Promise<DecidedBatch> {
  const { policy, policyVersion } = context;
  // What inhibits is asked of the database, and so is what became CRITICAL: the batch before must be in it.
  if (policy.inhibition.length > 0) await turn.previous();
  const recalled = ground === 'locked' ? null : memory.recall(context);
  const { state, version } = recalled ?? (await readUnderLock(inTransaction(sql), memory, turn, context, fresh));
  const { workingSet } = state;
  const firing = await readFiring(sql, policy, { live: receivedAt, historical: earliestOf(fresh) });
  workingSet.nextBatch(context, { ...past, firing });
  if (recalled !== null) await state.load(sql, fresh, { lock: false });

  const suppressedBefore = state.suppressedAmong(fresh);
  const decided: DecidedSignal[] = [];
  while (decided.length < fresh.length) {
    // What else the server has to do must not wait for a large batch.
    if (decided.length > 0) await nextTurn();
    const some = fresh.slice(decided.length, decided.length + decidedAtOnce).map((arrived) => {
      const situation = workingSet.situationOf(arrived);
      const verdict = orchestrate(situation, arrived.signal);
      workingSet.apply(arrived, situation, verdict);
      state.noteGroups(verdict);
      return { arrived, verdict };
    });
    ahead?.add(send(sql, insertDecided(receivedAt, some)));
    decided.push(...some);
  }
  if (workingSet.newCriticals.length > 0 && !(await turn.previous()) && recalled !== null) {
    throw new DecideAgain('The batch before failed');
  }
  const suppression = suppressionLedgerOf(decided, suppressedBefore, policy);
  state.noteSuppressed(suppression.held, suppression.released);
  const { pending } = workingSet;
  await pending.complete(sql, receivedAt);
  if (workingSet.newCriticals.length > 0) {
    // After the incidents have their numbers, which timelines name.
    await addSystemicEscalations(inTransaction(sql), context, state, { lock: recalled === null });
  }
  // Of what was not read whole it is not known how many alerts would go over.
  if (!state.partial) mergeFound(workingSet, policy, (merged) => workingSet.conclude(merged));
  const id = context.newId<BatchId>();
  const after = { head: version.head + pending.changed.length, batches: version.batches + 1, lastBatch: id };
  const baselines = workingSet.changedBaselines();
  memory.keep({ state, version: after });
  const expected = recalled === null ? null : version;
  return { receivedAt, decided, pending, baselines, suppression, policyVersion, id, expected, after };
}

/** The transaction, for what has to be in it. */
function inTransaction(sql: SqlExecutor): TransactionSql {
  if ('savepoint' in sql) return sql;
  throw new DecideAgain('The batch was decided without a transaction and needs one');
}

/** The rows of signals that were received at one moment. */
export function insertDecided(receivedAt: Date, decided: readonly DecidedSignal[]): Statement[] {
  const rows = decided.map(({ arrived, verdict: { outcome, decision, incident } }) => {
    return { signal: arrived.signal, outcome, decision, incidentId: incident?.id ?? null };
  });
  return insertSignals(receivedAt, rows);
}

function earliestOf(fresh: readonly ArrivedSignal[]): Date {
  return new Date(Math.min(...fresh.map(({ now }) => now.getTime())));
}

async function readUnderLock(
  tx: TransactionSql,
  memory: EngineMemory,
  turn: Turn,
  context: DecisionContext,
  fresh: readonly ArrivedSignal[],
): Promise<Remembered> {
  memory.forget();
  await turn.previous();
  await send(tx, [ingestLock]);
  turn.hold();
  const version = await readFeedState(tx);
  memory.found(version);
  const state = new EngineState(context, await readAffected(tx, context));
  await state.load(tx, fresh, { lock: true });
  return { state, version };
}

/** Only where something depends on something does it count what else is in trouble. */
async function readAffected(tx: TransactionSql, { catalogue, policy }: DecisionContext): Promise<AffectedServices> {
  if (catalogue.dependents.size === 0) return new AffectedServices();
  const dependents = new Set<string>();
  for (const service of catalogue.dependents.keys()) {
    for (const dependent of dependentsOf(catalogue, service, policy.stress.blast.depth)) dependents.add(dependent);
  }
  return new AffectedServices(await readAffectedServices(tx, [...dependents]));
}
