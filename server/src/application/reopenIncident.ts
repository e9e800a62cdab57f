import type { Viewer } from '../domain/access.ts';
import { reopen } from '../engines/lifecycle.ts';
import type { App } from './app.ts';
import { changeIncident, type IncidentCommandInput, type IncidentPayload } from './changeIncident.ts';

/** Puts a resolved incident back to what it was before it was resolved. */
export function reopenIncident(app: App, viewer: Viewer, input: IncidentCommandInput): Promise<IncidentPayload> {
  return changeIncident(app, viewer, input, reopen);
}
