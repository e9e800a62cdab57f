import type { Incident } from '../domain/incident.ts';
import { vigilActor } from '../domain/timeline.ts';
import { resolved } from './incidentMoves.ts';
import { noConsequences, ruleEvent } from './outcome.ts';
import { type Trigger, transitionOf } from './transitions.ts';
import type { Consequences } from './verdict.ts';

/** Closes an incident by a rule. Its own time (`at`) may be earlier than now: when a signal finds out that it had gone quiet before. */
export function resolvedByRule(
  incident: Incident,
  trigger: Extract<Trigger, 'alertsResolved' | 'wentQuiet' | 'systemicOver' | 'needsNobody'>,
  at: Date,
  message: string,
): Consequences {
  const transition = transitionOf(incident.status, trigger);
  if (transition.is !== 'move') return noConsequences;
  const event = ruleEvent(incident, 'RESOLVED', at, transition.ruleId, message);
  const after = resolved(incident, { at, by: vigilActor, byRule: true });
  return { changed: [{ incident: after, kind: 'RESOLVED' }], events: [event], escalations: [], intents: [] };
}
