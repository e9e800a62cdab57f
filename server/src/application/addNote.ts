import type { Viewer } from '../domain/access.ts';
import { addNote as note } from '../engines/lifecycle.ts';
import type { App } from './app.ts';
import { changeIncident, type IncidentCommandInput, type IncidentPayload } from './changeIncident.ts';

/** Writes a note on an incident's timeline; an empty note is a user error. */
export async function addNote(app: App, viewer: Viewer, input: IncidentCommandInput): Promise<IncidentPayload> {
  return changeIncident(app, viewer, input, note);
}
