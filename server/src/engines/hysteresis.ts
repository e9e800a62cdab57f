import type { Decision } from '../domain/decision.ts';
import type { Incident, IncidentMemory } from '../domain/incident.ts';
import { compareSeverity, type Severity, severities } from '../domain/severity.ts';
import { recommendedAction } from './action.ts';
import { engineSeverityOf } from './overrideSeverity.ts';
import type { Policy } from './policy.ts';
import { cutOf } from './severity.ts';

export interface SeverityMove {
  readonly moved: 'raised' | 'lowered' | null;
  readonly severity: Severity;
  /** The decision that gave the incident its severity. */
  readonly decision: Decision;
  readonly memory: Pick<IncidentMemory, 'belowSinceMs' | 'heldBy'>;
}

/**
 * What one more decision does to an incident's severity: it rises at once, and falls by one step after every score of the alert that holds
 * it up lay under its cut less the margin for the policy's time (DESIGN 3.2). One step at a time, since the scores of that time are only
 * known to lie under this severity's cut. Low readings of other alerts lower nothing: what holds it up may still be there.
 * All of it is about the engines' severity: a person's override is none of its business.
 */
export function severityAfter(
  incident: Incident,
  decision: Decision,
  dedupKey: string,
  now: Date,
  policy: Policy,
): SeverityMove {
  const { memory } = incident;
  const severity = engineSeverityOf(incident);
  const { minutes } = policy.severity.hysteresis;
  if (compareSeverity(decision.severity, severity) > 0) {
    return { moved: 'raised', severity: decision.severity, decision, memory: { belowSinceMs: null, heldBy: dedupKey } };
  }
  if (!isBelow(decision, severity, policy)) {
    // Between the cuts nothing is said about who holds it up; from the cut on this alert does, too.
    const holds = decision.severity === severity;
    return unmoved(incident, null, holds ? dedupKey : memory.heldBy);
  }
  const { heldBy } = memory;
  if (heldBy !== null && heldBy !== dedupKey) return unmoved(incident, memory.belowSinceMs, heldBy);
  const belowSinceMs = memory.belowSinceMs ?? now.getTime();
  if (now.getTime() - belowSinceMs < minutes * 60_000) return unmoved(incident, belowSinceMs, heldBy);
  const lowered = severities[severities.indexOf(severity) - 1] ?? 'LOW';
  return {
    moved: 'lowered',
    severity: lowered,
    decision: { ...decision, severity: lowered, recommendedAction: recommendedAction(lowered, policy) },
    memory: { belowSinceMs: isBelow(decision, lowered, policy) ? now.getTime() : null, heldBy },
  };
}

function unmoved(incident: Incident, belowSinceMs: number | null, heldBy: string | null): SeverityMove {
  const { decision } = incident;
  return { moved: null, severity: engineSeverityOf(incident), decision, memory: { belowSinceMs, heldBy } };
}

function isBelow({ score }: Decision, cut: Severity, policy: Policy): boolean {
  return cut !== 'LOW' && score < cutOf(cut, policy) - policy.severity.hysteresis.margin;
}
