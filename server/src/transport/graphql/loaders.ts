import DataLoader from 'dataloader';
import type { App } from '../../application/app.ts';
import { readEscalations } from '../../application/readEscalations.ts';
import { readHosts, readMergedIncidents } from '../../application/readMerged.ts';
import type { Escalation } from '../../domain/escalation.ts';
import type { IncidentId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident.ts';

/** Batches what the fields of several incidents need. Made anew for each request and each event of a subscription. */
export interface Loaders {
  readonly escalations: DataLoader<IncidentId, Escalation[]>;
  /** One incident by its id. */
  readonly incident: DataLoader<IncidentId, Incident | null>;
  /** What was merged into an incident. */
  readonly mergedIncidents: DataLoader<IncidentId, Incident[]>;
}

export function createLoaders(app: App): Loaders {
  return {
    escalations: new DataLoader(async (ids) => {
      const found = await readEscalations(app, ids);
      return ids.map((id) => found.get(id) ?? []);
    }),
    incident: new DataLoader(async (ids) => {
      const found = await readHosts(app, ids);
      return ids.map((id) => found.get(id) ?? null);
    }),
    mergedIncidents: new DataLoader(async (ids) => {
      const found = await readMergedIncidents(app, ids);
      return ids.map((id) => found.get(id) ?? []);
    }),
  };
}
