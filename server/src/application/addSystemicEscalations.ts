import type { TransactionSql } from 'postgres';
import { systemicEscalation } from '../engines/escalation.ts';
import { advisoryLocks } from '../persistence/advisoryLocks.ts';
import { readSystemicIncidents } from '../persistence/escalations.ts';
import { type CriticalTime, readCriticalTimes } from '../persistence/incidents.ts';
import type { EngineState } from './engineState.ts';
import { SystemicParent } from './systemicParent.ts';
import type { DecisionContext, NewCritical } from './workingSet.ts';

/**
 * Adds what the systemic rule says: many incidents that became CRITICAL within a short time, whatever they are about. The one that reaches
 * the count is escalated, and where the policy says so they all become children of one incident. Those that are new have their numbers.
 */
export async function addSystemicEscalations(
  tx: TransactionSql,
  context: DecisionContext,
  state: EngineState,
  { lock }: { readonly lock: boolean },
): Promise<void> {
  const { newCriticals, pending } = state.workingSet;
  await tx`select pg_advisory_xact_lock(${advisoryLocks.systemic})`;
  // One that left CRITICAL and came back counts again, but has been escalated already.
  const escalated = await readSystemicIncidents(
    tx,
    newCriticals.map(({ incidentId }) => incidentId),
  );
  const { critical, minutes, opensIncident } = context.policy.escalation.systemic;
  const windowMs = minutes * 60_000;
  for (const historical of [false, true]) {
    const some = newCriticals
      .filter(({ incidentId }) => pending.incident(incidentId)?.historical === historical)
      .sort((a, b) => a.at.getTime() - b.at.getTime());
    const first = some[0];
    const last = some.at(-1);
    if (first === undefined || last === undefined) continue;
    const stored = await readCriticalTimes(tx, {
      from: new Date(first.at.getTime() - windowMs),
      // Another server may have received later and stored before.
      to: historical ? last.at : new Date(last.at.getTime() + windowMs),
      historical,
    });
    const times = new Map(stored.map((one) => [one.id, one]));
    // Nobody is to be called to what is over.
    const isRaised = opensIncident && !historical && stored.length + some.length >= critical;
    const parent = isRaised ? await SystemicParent.find(tx, context, state, stored, { lock }) : null;
    for (const one of some) escalate(one, times, parent);
  }

  function escalate(
    { incidentId, signalId, at: criticalAt }: NewCritical,
    times: Map<string, CriticalTime>,
    parent: SystemicParent | null,
  ): void {
    const incident = pending.incident(incidentId);
    if (incident === undefined) return;
    times.delete(incidentId);
    // Live, what is known already was earlier, whichever server's batch began first: so the count is reached once.
    const at = incident.historical ? criticalAt : latestOf(criticalAt, times);
    const earlier = [...times.values()].filter((one) => one.criticalAt <= at);
    const consequences = systemicEscalation({
      ...context,
      earlierCriticalAts: earlier.map((one) => one.criticalAt),
      incident,
      at,
    });
    times.set(incidentId, { id: incidentId, criticalAt, parentId: incident.parentId });
    const fires = consequences.escalations.length > 0 && !escalated.has(incidentId);
    if (fires) {
      escalated.add(incidentId);
      // The targets are told once: about all of them.
      pending.add(parent === null ? consequences : { ...consequences, intents: [] }, signalId);
    }
    const fromMs = at.getTime() - windowMs;
    const within = earlier.filter((one) => one.criticalAt.getTime() >= fromMs).map(({ id }) => id);
    parent?.raise([...within, incidentId], at, fires);
  }
}

function latestOf(at: Date, times: ReadonlyMap<string, CriticalTime>): Date {
  let latest = at;
  for (const { criticalAt } of times.values()) if (criticalAt > latest) latest = criticalAt;
  return latest;
}
