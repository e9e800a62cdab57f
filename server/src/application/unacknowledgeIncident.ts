import type { Viewer } from '../domain/access.ts';
import { unacknowledge } from '../engines/lifecycle.ts';
import type { App } from './app.ts';
import { changeIncident, type IncidentCommandInput, type IncidentPayload } from './changeIncident.ts';

/** Puts an acknowledged incident back to OPEN; the acknowledgement no longer counts for the MTTA. */
export function unacknowledgeIncident(app: App, viewer: Viewer, input: IncidentCommandInput): Promise<IncidentPayload> {
  return changeIncident(app, viewer, input, unacknowledge);
}
