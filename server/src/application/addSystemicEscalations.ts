import type { TransactionSql } from 'postgres';
import { systemicEscalation } from '../engines/escalation.ts';
import { readSystemicIncidents } from '../persistence/escalations.ts';
import { readCriticalTimes } from '../persistence/incidents.ts';
import type { DecisionContext, NewCritical, WorkingSet } from './workingSet.ts';

/** Any fixed number: under this lock one transaction at a time counts CRITICAL incidents, so that one of them sees the last. */
const systemicLock = 7_106_113;

/** Adds the escalations of the systemic rule: many incidents that became CRITICAL within a short time, whatever they are about. */
export async function addSystemicEscalations(
  tx: TransactionSql,
  context: DecisionContext,
  workingSet: WorkingSet,
): Promise<void> {
  const { newCriticals, pending } = workingSet;
  if (newCriticals.length === 0) return;
  await tx`select pg_advisory_xact_lock(${systemicLock})`;
  // One that left CRITICAL and came back counts again, but has been escalated already.
  const escalated = await readSystemicIncidents(
    tx,
    newCriticals.map(({ incidentId }) => incidentId),
  );
  const windowMs = context.policy.escalation.systemic.minutes * 60_000;
  for (const historical of [false, true]) {
    const some = newCriticals
      .filter(({ incidentId }) => pending.incident(incidentId)?.historical === historical)
      .sort((a, b) => a.at.getTime() - b.at.getTime());
    const first = some[0];
    const last = some.at(-1);
    if (first === undefined || last === undefined) continue;
    const stored = await readCriticalTimes(tx, {
      from: new Date(first.at.getTime() - windowMs),
      to: last.at,
      historical,
    });
    const times = new Map(stored.map(({ id, criticalAt }) => [id, criticalAt]));
    for (const { incidentId, signalId, at } of some) escalate({ incidentId, signalId, at }, times);
  }

  function escalate({ incidentId, signalId, at }: NewCritical, times: Map<string, Date>): void {
    const incident = pending.incident(incidentId);
    if (incident === undefined) return;
    times.delete(incidentId);
    const consequences = systemicEscalation({
      ...context,
      earlierCriticalAts: [...times.values()].filter((time) => time <= at),
      incident,
      at,
    });
    times.set(incidentId, at);
    if (consequences.escalations.length === 0 || escalated.has(incidentId)) return;
    escalated.add(incidentId);
    pending.add(consequences, signalId);
  }
}
