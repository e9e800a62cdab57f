import type { Viewer } from '../domain/access.ts';
import type { Severity } from '../domain/severity.ts';
import { liftOverride, overrideSeverity as override } from '../engines/overrideSeverity.ts';
import type { App } from './app.ts';
import { changeIncident, type IncidentPayload, readNote, refusedInput } from './changeIncident.ts';

export interface OverrideSeverityInput {
  /** The incident's UUID, or its number. */
  readonly id: string;
  /** Null lifts the override in force. */
  readonly severity?: Severity | null;
  readonly reason?: string | null;
}

/** Gives an incident a person's severity, which wins over the engines' until it is lifted. */
export async function overrideSeverity(
  app: App,
  viewer: Viewer,
  { id, severity = null, reason }: OverrideSeverityInput,
): Promise<IncidentPayload> {
  const read = readNote(reason, 'reason');
  if (!read.ok) return refusedInput(read.error);
  return changeIncident(app, viewer, { id, note: read.text }, (incident, command, policy) =>
    severity === null ? liftOverride(incident, command, policy) : override(incident, { ...command, severity }, policy),
  );
}
