import { heavierKind } from '../domain/change.ts';
import type { Incident } from '../domain/incident.ts';
import type { NewTimelineEvent, TimelineKind } from '../domain/timeline.ts';
import { vigilActor } from '../domain/timeline.ts';
import type { ChangedIncident, Consequences } from './verdict.ts';

export const noConsequences: Consequences = { changed: [], events: [], escalations: [], intents: [] };

/** What follows from several steps, in their order: an incident that several changed is there once, as the last left it. */
export function together(...steps: readonly Consequences[]): Consequences {
  const some = steps.filter((step) => step !== noConsequences);
  if (some.length === 1) return some[0] ?? noConsequences;
  const changed = new Map<string, ChangedIncident>();
  for (const { incident, kind } of some.flatMap((step) => step.changed)) {
    const earlier = changed.get(incident.id);
    changed.set(incident.id, { incident, kind: earlier === undefined ? kind : heavierKind(earlier.kind, kind) });
  }
  return {
    changed: [...changed.values()],
    events: some.flatMap(({ events }) => events),
    escalations: some.flatMap(({ escalations }) => escalations),
    intents: some.flatMap(({ intents }) => intents),
  };
}

/** An incident as consequences leave it. */
export function latest(incident: Incident, { changed }: Consequences): Incident {
  return changed.find((change) => change.incident.id === incident.id)?.incident ?? incident;
}

/** An event that a rule made happen. */
export function ruleEvent(
  { id: incidentId }: Incident,
  kind: TimelineKind,
  at: Date,
  ruleId: string,
  message: string,
): NewTimelineEvent {
  return { incidentId, kind, at, actor: vigilActor, ruleId, message, note: null };
}
