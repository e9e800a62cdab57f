import type { IncidentId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import { readChildren, readIncidents, readMergedInto } from '../persistence/incidents.ts';
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

const mostChildren = 500;

/** What counts towards these systemic incidents, in the order in which it was opened. */
export async function readChildIncidents(app: App, ids: readonly IncidentId[]): Promise<Map<IncidentId, Incident[]>> {
  const byParent = new Map<IncidentId, Incident[]>(ids.map((id) => [id, []]));
  for (const incident of await readChildren(app.database.sql, ids, mostChildren)) {
    if (incident.parentId !== null) byParent.get(incident.parentId)?.push(incident);
  }
  return byParent;
}
