import type { Incident } from '../../domain/incident.ts';
import type { Policy } from '../../engines/policy.ts';
import { systemicGroupKey } from '../../engines/systemicGroup.ts';
import { raiseSystemic, type SystemicRise } from '../../engines/systemicIncident.ts';
import type { Consequences } from '../../engines/verdict.ts';
import type { DecisionContext, WorkingSet } from '../workingSet.ts';
import type { RecentCriticals } from './recentCriticals.ts';
import type { SystemicSurroundings } from './timers.ts';

/** What follows for the draft's systemic incident when one more became CRITICAL, as SystemicParent does it. */
export function rehearseSystemic(
  workingSet: WorkingSet,
  criticals: RecentCriticals,
  context: DecisionContext,
  { count, at, fires }: Pick<SystemicRise, 'count' | 'at' | 'fires'>,
): Consequences {
  const parent = workingSet.openOfGroup(systemicGroupKey);
  const windowMs = context.policy.escalation.systemic.minutes * 60_000;
  const newcomers = criticals.within(at, windowMs, count).flatMap(({ incidentId }) => {
    const incident = workingSet.pending.incident(incidentId);
    return incident === undefined || (parent !== null && incident.parentId === parent.id) ? [] : [incident];
  });
  return raiseSystemic({ ...context, parent, number: 0, count, newcomers, fires, at });
}

export function surroundingsOf(
  parent: Incident,
  workingSet: WorkingSet,
  criticals: RecentCriticals,
  policy: Policy,
  now: Date,
): SystemicSurroundings {
  const { critical, minutes } = policy.escalation.systemic;
  const unresolved = workingSet.pending.known.filter(
    ({ parentId, status }) => parentId === parent.id && status !== 'RESOLVED',
  );
  return { criticalAts: criticals.within(now, minutes * 60_000, critical).map(({ at }) => at), unresolved };
}
