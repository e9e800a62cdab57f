import type { Severity } from '../../domain/severity.ts';
import { acknowledgeTargets } from '../../engines/metrics/acknowledgeTargets.ts';
import { endOfBucketOf } from '../../engines/metrics/buckets.ts';
import { type ServiceLevelShares, serviceLevelShares } from '../../engines/metrics/serviceLevel.ts';
import type { ServiceLevelTarget } from '../../persistence/figureIncidents.ts';
import type { IncidentSelection } from '../../persistence/incidentSelection.ts';
import { countOverdue } from '../../persistence/openIncidents.ts';
import type { App } from '../app.ts';
import { bySeverity, narrowed, type SummedGroup } from './figureGroup.ts';

export interface ServiceLevel extends ServiceLevelShares {
  readonly severity: Severity;
  readonly targetMinutes: number;
  readonly objective: number;
  readonly met: number;
  readonly missed: number;
  readonly pending: number;
  /** What finds the incidents of the severity, and which of them were in time. */
  readonly selection: IncidentSelection;
  readonly target: ServiceLevelTarget;
}

/** How many of a group's incidents were acknowledged in the time that the policy in force gives them, CRITICAL first. */
export async function readServiceLevel(app: App, group: SummedGroup): Promise<ServiceLevel[]> {
  const [{ policy }, now] = await Promise.all([app.policies.active(), app.clock.now()]);
  const { objective } = policy.serviceLevel;
  const targets = acknowledgeTargets(policy);
  const openedBefore = targets.map(
    ({ severity, minutes }) => [severity, new Date(now.getTime() - minutes * 60_000)] as const,
  );
  const overdue = await countOverdue(app.database.sql, group.selection, new Map(openedBefore));
  const figuresOf = new Map(bySeverity(group).map(({ severity, figures }) => [severity, figures]));
  return targets.map(({ severity, minutes }) => {
    const figures = figuresOf.get(severity);
    const recorded = figures?.sketches.acknowledge;
    const waiting = figures?.counts.acknowledgePending ?? 0;
    const met = recorded?.countUpTo(minutes * 60_000) ?? 0;
    // Read a moment later than the figures: not more than are waiting.
    const late = Math.min(overdue.get(severity) ?? 0, waiting);
    const missed = (recorded?.count ?? 0) - met + late;
    const counts = { met, missed, pending: waiting - late };
    const selection = narrowed(group.selection, { by: 'severity', value: severity });
    const target = { endMs: endOfBucketOf(minutes * 60_000), openedBefore: new Date(now.getTime() - minutes * 60_000) };
    const shares = serviceLevelShares(counts, objective);
    return { severity, targetMinutes: minutes, objective, ...counts, ...shares, selection, target };
  });
}
