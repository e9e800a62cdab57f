import { type IncidentUnion, type MergePair, mergeByRule } from '../engines/merge.ts';
import { noConsequences } from '../engines/outcome.ts';
import type { Policy } from '../engines/policy.ts';
import type { Consequences } from '../engines/verdict.ts';
import type { PendingConsequences } from './pendingConsequences.ts';
import type { WorkingSet } from './workingSet.ts';

/** Merges the incidents that signals showed to be one. The working set must have all alerts of theirs, and take in what follows. */
export function mergeFound(
  workingSet: WorkingSet,
  policy: Policy,
  conclude: (consequences: Consequences) => void,
): void {
  for (const union of workingSet.takeUnions()) {
    const pair = pairOf(union, workingSet.pending, policy);
    if (pair === null) continue;
    const firingMoved = workingSet.moveAlerts({ from: pair.incident.id, to: pair.host.id });
    conclude(merged({ ...pair, firingMoved }, union, policy));
  }
}

/** Null when nothing would follow. Another union may have merged the host meanwhile: then it is the one that took it in. */
function pairOf(union: IncidentUnion, known: Pick<PendingConsequences, 'incident'>, policy: Policy): MergePair | null {
  const incident = known.incident(union.guest);
  let host = known.incident(union.host);
  while (host !== undefined && host.mergedInto !== null) host = known.incident(host.mergedInto);
  if (incident === undefined || host === undefined) return null;
  const pair = { incident, host, firingMoved: 0 };
  return merged(pair, union, policy) === noConsequences ? null : pair;
}

function merged(pair: MergePair, { at: now, reason }: IncidentUnion, policy: Policy): Consequences {
  return mergeByRule(pair, { now, reason }, policy);
}
