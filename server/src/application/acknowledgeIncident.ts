import type { Viewer } from '../domain/access.ts';
import { acknowledge } from '../engines/lifecycle.ts';
import type { App } from './app.ts';
import { changeIncident, type IncidentCommandInput, type IncidentPayload } from './changeIncident.ts';

/** Takes an incident into hand; the first acknowledgement wins and its time stays. */
export function acknowledgeIncident(app: App, viewer: Viewer, input: IncidentCommandInput): Promise<IncidentPayload> {
  return changeIncident(app, viewer, input, acknowledge);
}
