import type { Viewer } from '../domain/access.ts';
import type { UserError } from '../domain/userError.ts';
import { longestSnoozeDays, snooze, unsnooze } from '../engines/snooze.ts';
import type { App } from './app.ts';
import { changeIncident, type IncidentCommandInput, type IncidentPayload, refusedInput } from './changeIncident.ts';

export interface SnoozeIncidentInput extends IncidentCommandInput {
  /** One of the two: a moment, or how long from now. */
  readonly until?: Date | null;
  readonly minutes?: number | null;
}

const mostMinutes = longestSnoozeDays * 24 * 60;

/** Silences an incident's escalation and notifications for a time. */
export async function snoozeIncident(app: App, viewer: Viewer, input: SnoozeIncidentInput): Promise<IncidentPayload> {
  const { until = null, minutes = null } = input;
  if ((until === null) === (minutes === null)) {
    return refusedInput(invalid('until', 'Give either until or minutes: how long is it to be snoozed?'));
  }
  if (minutes !== null && (minutes < 1 || minutes > mostMinutes)) {
    return refusedInput(invalid('minutes', `minutes is ${minutes}; expected 1 to ${mostMinutes}.`));
  }
  return changeIncident(app, viewer, input, (incident, command, policy) => {
    const end = until ?? new Date(command.now.getTime() + (minutes ?? 0) * 60_000);
    return snooze(incident, { ...command, until: end }, policy);
  });
}

/** Ends a snooze before its time. */
export function unsnoozeIncident(app: App, viewer: Viewer, input: IncidentCommandInput): Promise<IncidentPayload> {
  return changeIncident(app, viewer, input, unsnooze);
}

function invalid(field: string, message: string): UserError {
  return { code: 'INVALID', message, field: ['input', field] };
}
