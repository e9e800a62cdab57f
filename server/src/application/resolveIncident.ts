import type { Viewer } from '../domain/access.ts';
import { resolve } from '../engines/lifecycle.ts';
import type { App } from './app.ts';
import { changeIncident, type IncidentCommandInput, type IncidentPayload } from './changeIncident.ts';

/** Closes an incident; one that is resolved already is a user error that changes nothing. */
export function resolveIncident(app: App, viewer: Viewer, input: IncidentCommandInput): Promise<IncidentPayload> {
  return changeIncident(app, viewer, input, resolve);
}
