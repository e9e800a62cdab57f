import type { Viewer } from '../domain/access.ts';
import { assign } from '../engines/assign.ts';
import type { App } from './app.ts';
import { changeIncident, type IncidentCommandInput, type IncidentPayload, refusedInput } from './changeIncident.ts';
import { cleanLine } from './cleanText.ts';

export interface AssignIncidentInput extends IncidentCommandInput {
  /** A name; null for nobody. */
  readonly assignee?: string | null;
}

const nameBound = 100;

/** Says whose an incident is. */
export async function assignIncident(app: App, viewer: Viewer, input: AssignIncidentInput): Promise<IncidentPayload> {
  const assignee = input.assignee == null ? null : cleanLine(input.assignee);
  if (assignee !== null && (assignee === '' || assignee.length > nameBound)) {
    const given = assignee === '' ? 'empty' : `${assignee.length} characters long`;
    const message = `assignee is ${given}; expected a name of 1 to ${nameBound} characters, or null for nobody.`;
    return refusedInput({ code: 'INVALID', message, field: ['input', 'assignee'] });
  }
  return changeIncident(app, viewer, input, (incident, command, policy) =>
    assign(incident, { ...command, assignee }, policy),
  );
}
