import type { TransactionSql } from 'postgres';
import type { SignalId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import type { NewSignal } from '../domain/signal.ts';
import { readEscalationsOfSignals } from '../persistence/escalations.ts';
import { claimKeys, type KeyClaim, type SeenKey } from '../persistence/idempotency.ts';
import { readIncidents } from '../persistence/incidents.ts';
import { readSignals } from '../persistence/signals.ts';
import type { StoredResult } from './ingestResult.ts';
import type { ArrivedSignal } from './workingSet.ts';

export interface SplitBatch extends Pick<BroughtKeys, 'sameAs'> {
  /** Signals that were not seen before. */
  readonly fresh: readonly ArrivedSignal[];
  /** Which signal of an earlier transaction a signal repeats, by the id that it would have had. */
  readonly seen: ReadonlyMap<SignalId, SeenKey>;
}

export interface BroughtKeys {
  readonly claims: readonly KeyClaim[];
  /** Which signal of this batch a signal repeats. */
  readonly sameAs: ReadonlyMap<SignalId, SignalId>;
}

export function hasKey({ idempotencyKey }: NewSignal): boolean {
  return idempotencyKey !== null;
}

/** The idempotency keys that signals bring, each with the first signal that does. */
export function keysOf(arrived: readonly ArrivedSignal[]): BroughtKeys {
  const firstOfKey = new Map<string, SignalId>();
  const sameAs = new Map<SignalId, SignalId>();
  for (const { signal, idempotencyKey } of arrived) {
    if (idempotencyKey === null) continue;
    const first = firstOfKey.get(idempotencyKey);
    if (first === undefined) firstOfKey.set(idempotencyKey, signal.id);
    else sameAs.set(signal.id, first);
  }
  return { claims: [...firstOfKey].map(([key, id]) => ({ key, id })), sameAs };
}

/** Tells new signals from those whose idempotency key was seen before, in the database or earlier in the batch. */
export async function splitRepeats(
  tx: TransactionSql,
  arrived: readonly ArrivedSignal[],
  receivedAt: Date,
): Promise<SplitBatch> {
  const { claims, sameAs } = keysOf(arrived);
  const seenByKey = await claimKeys(tx, claims, receivedAt);
  const seen = new Map<SignalId, SeenKey>();
  for (const { key, id } of claims) {
    const earlier = seenByKey.get(key);
    if (earlier !== undefined) seen.set(id, earlier);
  }
  const fresh = arrived.filter(({ signal }) => !sameAs.has(signal.id) && !seen.has(signal.id));
  return { fresh, seen, sameAs };
}

/** The first answers again, by the id that the repeated signal would have had; their incidents as they are now. */
export async function readFirstAnswers(
  tx: TransactionSql,
  seen: ReadonlyMap<SignalId, SeenKey>,
): Promise<Map<SignalId, StoredResult>> {
  if (seen.size === 0) return new Map();
  const signals = await readSignals(tx, [...seen.values()]);
  const [incidents, escalations] = await Promise.all([
    readIncidents(
      tx,
      [...signals.values()].flatMap(({ incidentId }) => incidentId ?? []),
    ),
    readEscalationsOfSignals(tx, [...signals.keys()]),
  ]);
  const incidentById = new Map<string, Incident>(incidents.map((incident) => [incident.id, incident]));
  const answers = new Map<SignalId, StoredResult>();
  for (const [id, { id: firstId }] of seen) {
    const first = signals.get(firstId);
    if (first === undefined) throw new Error('An idempotency key outlived its signal: keep signals longer than keys');
    answers.set(id, {
      outcome: 'DUPLICATE',
      signal: first.signal,
      decision: first.decision,
      incident: (first.incidentId === null ? null : incidentById.get(first.incidentId)) ?? null,
      escalations: escalations.filter(({ signalId }) => signalId === firstId),
    });
  }
  return answers;
}
