import DataLoader from 'dataloader';
import type { App } from '../../application/app.ts';
import { readEscalations } from '../../application/readEscalations.ts';
import type { Escalation } from '../../domain/escalation.ts';
import type { IncidentId } from '../../domain/ids.ts';

/** Batches what the fields of several incidents need. Made anew for each request and each event of a subscription. */
export interface Loaders {
  readonly escalations: DataLoader<IncidentId, Escalation[]>;
}

export function createLoaders(app: App): Loaders {
  return {
    escalations: new DataLoader(async (ids) => {
      const found = await readEscalations(app, ids);
      return ids.map((id) => found.get(id) ?? []);
    }),
  };
}
