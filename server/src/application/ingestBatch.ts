import type { SignalId } from '../domain/ids.ts';
import type { NewSignal, Signal } from '../domain/signal.ts';
import { identify } from '../engines/correlation.ts';
import { orchestrate } from '../engines/orchestrator.ts';
import type { Policy } from '../engines/policy.ts';
import type { Verdict } from '../engines/verdict.ts';
import { putBaselines, writeBaselines } from '../persistence/baselines.ts';
import { insertSignals } from '../persistence/signals.ts';
import { readSuppressedKeys } from '../persistence/suppressedAlerts.ts';
import { addTallies } from '../persistence/tally.ts';
import { addSystemicEscalations } from './addSystemicEscalations.ts';
import type { App } from './app.ts';
import type { IngestResult, StoredResult } from './ingestResult.ts';
import { readFirstAnswers, splitRepeats } from './repeats.ts';
import { storeSuppression, suppressionLedgerOf } from './suppressionLedger.ts';
import { tallyBatch } from './tallyBatch.ts';
import { type ArrivedSignal, loadWorkingSet } from './workingSet.ts';

type IngestApp = Pick<App, 'database' | 'clock' | 'policies' | 'knowledge' | 'jobs' | 'newId'>;

/** Decides and stores signals in one transaction; answers in their order. Nothing is stored when it throws. */
export async function ingestBatch(app: IngestApp, signals: readonly NewSignal[]): Promise<IngestResult[]> {
  const answers = new Map<SignalId, StoredResult>();
  let arrived: readonly ArrivedSignal[] = [];

  await app.database.sql.begin(async (tx) => {
    // In one go, so that the policy in force costs no round trip of its own.
    const [receivedAt, active, versions] = await Promise.all([
      app.clock.now(tx),
      app.policies.active(tx),
      app.knowledge.versions(tx),
    ]);
    const { version: policyVersion, policy } = active;
    arrived = signals.map((signal) => receive(signal, receivedAt, policy, app.newId()));
    const { fresh, seen, sameAs } = await splitRepeats(tx, arrived, receivedAt);
    for (const [id, answer] of await readFirstAnswers(tx, seen)) answers.set(id, answer);

    const knowledge = await app.knowledge.current(tx, versions, policy);
    const context = { ...knowledge, policy, policyVersion, newId: app.newId };
    const [workingSet, suppressedBefore] = await Promise.all([
      loadWorkingSet(tx, context, fresh),
      readSuppressedKeys(
        tx,
        fresh.map(({ signal }) => signal.dedupKey),
      ),
    ]);
    const decided = fresh.map((one) => {
      const situation = workingSet.situationOf(one);
      const verdict = orchestrate(situation, one.signal);
      workingSet.apply(one, situation, verdict);
      return { arrived: one, verdict };
    });
    await addSystemicEscalations(tx, context, workingSet);
    const suppression = suppressionLedgerOf(decided, suppressedBefore, policy);

    const { pending } = workingSet;
    const incidents = await pending.store(tx, { jobs: app.jobs, newId: app.newId, at: receivedAt, policyVersion });
    const { locked, guarded } = workingSet.changedBaselines();
    await Promise.all([
      insertSignals(tx, receivedAt, decided.map(toRow)),
      writeBaselines(tx, locked),
      putBaselines(tx, guarded),
      addTallies(
        tx,
        tallyBatch(
          decided.map(({ arrived: one, verdict }) => ({
            arrived: one,
            openedIncident: verdict.outcome === 'OPENED',
            suppressed: verdict.outcome === 'SUPPRESSED',
            newAlert:
              suppression.newAlerts.get(one.signal.id) ??
              (verdict.alert !== null && workingSet.newAlerts.has(verdict.alert.id) && verdict.alert.signalCount === 1),
          })),
        ),
      ),
    ]);
    await storeSuppression(tx, suppression);
    await pending.publish(tx, incidents, receivedAt);

    for (const { arrived: one, verdict } of decided) {
      answers.set(one.signal.id, {
        outcome: verdict.outcome,
        signal: one.signal,
        decision: verdict.decision,
        incident: verdict.incident === null ? null : (incidents.get(verdict.incident.id) ?? verdict.incident),
        escalations: pending.escalations
          .filter(({ signalId }) => signalId === one.signal.id)
          .map(({ escalation }) => escalation),
      });
    }
    for (const [id, firstId] of sameAs) {
      const first = answers.get(firstId);
      if (first !== undefined) answers.set(id, { ...first, outcome: 'DUPLICATE' });
    }
  });

  return arrived.map(({ signal }) => {
    const answer = answers.get(signal.id);
    if (answer === undefined) throw new Error('A stored signal has no answer');
    return answer;
  });
}

function receive(signal: NewSignal, receivedAt: Date, policy: Policy, id: SignalId): ArrivedSignal {
  const { dedupKey, groupKey } = identify(signal, policy, id);
  const { idempotencyKey, occurredAt: given, ...rest } = signal;
  const occurredAt = given ?? receivedAt;
  const stored: Signal = { ...rest, id, dedupKey, occurredAt, receivedAt };
  return { signal: stored, groupKey, idempotencyKey, now: signal.historical ? occurredAt : receivedAt };
}

function toRow({ arrived, verdict }: { arrived: ArrivedSignal; verdict: Verdict }) {
  const { outcome, decision, incident } = verdict;
  return { signal: arrived.signal, outcome, decision, incidentId: incident?.id ?? null };
}
