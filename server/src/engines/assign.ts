import type { Incident } from '../domain/incident.ts';
import { attended } from './incidentMoves.ts';
import {
  commandEvent,
  type LifecycleCommand,
  type LifecycleResult,
  refusalWhenResolved,
  settled,
} from './lifecycleCommand.ts';
import type { Policy } from './policy.ts';

/** Says whose an incident is; null for nobody's. It is a name and no promise: to take it into hand is to acknowledge it. */
export function assign(
  incident: Incident,
  command: LifecycleCommand & { readonly assignee: string | null },
  policy: Policy,
): LifecycleResult {
  const { assignee, actor, now } = command;
  const refused = refusalWhenResolved(incident);
  if (refused !== null) return refused;
  if (incident.assignee === assignee) return settled(incident);
  const said =
    assignee === null ? `Taken from ${incident.assignee} by ${actor}` : `Assigned to ${assignee} by ${actor}`;
  const event = commandEvent(incident, command, 'ASSIGNED', 'lifecycle.assign', said);
  return { ok: true, incident: attended({ ...incident, assignee }, now, policy), kind: 'UPDATED', events: [event] };
}
