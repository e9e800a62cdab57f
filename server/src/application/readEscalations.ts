import type { Escalation } from '../domain/escalation.ts';
import type { IncidentId } from '../domain/ids.ts';
import type { App } from './app.ts';

/** The escalations of several incidents, oldest first; an incident without any has an empty list. */
export async function readEscalations(
  app: App,
  incidentIds: readonly IncidentId[],
): Promise<Map<IncidentId, Escalation[]>> {
  const byIncident = new Map<IncidentId, Escalation[]>(incidentIds.map((id) => [id, []]));
  const rows = await app.database.sql<Escalation[]>`
    select * from escalation where incident_id = any(${[...byIncident.keys()]}::uuid[]) order by at, id`;
  for (const escalation of rows) byIncident.get(escalation.incidentId)?.push(escalation);
  return byIncident;
}
