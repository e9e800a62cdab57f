import type { IncidentId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import { readIncidents, readMergedInto } from '../persistence/incidents.ts';
import type { App } from './app.ts';

/** Incidents by their ids, such as those that others were merged into. */
export async function readHosts(app: App, ids: readonly IncidentId[]): Promise<Map<IncidentId, Incident>> {
  const incidents = await readIncidents(app.database.sql, ids);
  return new Map(incidents.map((incident) => [incident.id, incident]));
}

/** What was merged into these incidents, in the order of the merges. */
export async function readMergedIncidents(app: App, ids: readonly IncidentId[]): Promise<Map<IncidentId, Incident[]>> {
  const byHost = new Map<IncidentId, Incident[]>(ids.map((id) => [id, []]));
  for (const incident of await readMergedInto(app.database.sql, ids)) {
    if (incident.mergedInto !== null) byHost.get(incident.mergedInto)?.push(incident);
  }
  return byHost;
}
