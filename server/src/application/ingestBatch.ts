import type { SignalId } from '../domain/ids.ts';
import type { NewSignal, Signal } from '../domain/signal.ts';
import { identify } from '../engines/correlation.ts';
import { orchestrate } from '../engines/orchestrator.ts';
import type { Policy } from '../engines/policy.ts';
import type { Verdict } from '../engines/verdict.ts';
import { writeBaselines } from '../persistence/baselines.ts';
import { insertSignals } from '../persistence/signals.ts';
import { addTallies } from '../persistence/tally.ts';
import { addSystemicEscalations } from './addSystemicEscalations.ts';
import type { App } from './app.ts';
import type { IngestResult, StoredResult } from './ingestResult.ts';
import { readFirstAnswers, splitRepeats } from './repeats.ts';
import { tallyBatch } from './tallyBatch.ts';
import { type ArrivedSignal, loadWorkingSet } from './workingSet.ts';

type IngestApp = Pick<App, 'database' | 'clock' | 'policies' | 'jobs' | 'newId'>;

/** Decides and stores signals in one transaction; answers in their order. Nothing is stored when it throws. */
export async function ingestBatch(app: IngestApp, signals: readonly NewSignal[]): Promise<IngestResult[]> {
  const { version: policyVersion, policy } = await app.policies.active();
  const context = { policy, policyVersion, newId: app.newId };
  const answers = new Map<SignalId, StoredResult>();
  let arrived: readonly ArrivedSignal[] = [];

  await app.database.sql.begin(async (tx) => {
    const receivedAt = await app.clock.now(tx);
    arrived = signals.map((signal) => receive(signal, receivedAt, policy, app.newId()));
    const { fresh, seen, sameAs } = await splitRepeats(tx, arrived, receivedAt);
    for (const [id, answer] of await readFirstAnswers(tx, seen)) answers.set(id, answer);

    const workingSet = await loadWorkingSet(tx, context, fresh);
    const decided = fresh.map((one) => {
      const verdict = orchestrate(workingSet.situationOf(one), one.signal);
      workingSet.apply(one, verdict);
      return { arrived: one, verdict };
    });
    await addSystemicEscalations(tx, context, workingSet);

    const { pending } = workingSet;
    const incidents = await pending.store(tx, { jobs: app.jobs, newId: app.newId, at: receivedAt });
    await Promise.all([
      insertSignals(tx, decided.map(toRow)),
      writeBaselines(tx, workingSet.changedBaselines),
      addTallies(
        tx,
        tallyBatch(
          decided.map(({ arrived: one, verdict }) => ({
            arrived: one,
            openedIncident: verdict.outcome === 'OPENED',
            newAlert:
              verdict.alert !== null && workingSet.newAlerts.has(verdict.alert.id) && verdict.alert.signalCount === 1,
          })),
        ),
      ),
    ]);
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
