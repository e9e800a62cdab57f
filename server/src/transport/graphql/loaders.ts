import DataLoader from 'dataloader';
import type { App } from '../../application/app.ts';
import { readEscalations } from '../../application/readEscalations.ts';
import { readChildIncidents, readHosts, readMergedIncidents } from '../../application/readMerged.ts';
import { readNotifications } from '../../application/readNotifications.ts';
import { readSignalHistories } from '../../application/readSignalHistories.ts';
import type { Escalation } from '../../domain/escalation.ts';
import type { IncidentId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident.ts';
import type { Notification } from '../../domain/notification.ts';
import type { SignalHistory } from '../../engines/signalHistory.ts';

/** Batches what the fields of several incidents need. Made anew for each request and each event of a subscription. */
export interface Loaders {
  readonly escalations: DataLoader<IncidentId, Escalation[]>;
  readonly signalHistories: DataLoader<Incident, SignalHistory, IncidentId>;
  readonly notifications: DataLoader<IncidentId, Notification[]>;
  /** One incident by its id. */
  readonly incident: DataLoader<IncidentId, Incident | null>;
  /** What was merged into an incident. */
  readonly mergedIncidents: DataLoader<IncidentId, Incident[]>;
  /** What counts towards a systemic incident. */
  readonly children: DataLoader<IncidentId, Incident[]>;
}

/** Each is made when it is first used: most requests use none. */
export function createLoaders(app: App): Loaders {
  let escalations: Loaders['escalations'] | undefined;
  let signalHistories: Loaders['signalHistories'] | undefined;
  let notifications: Loaders['notifications'] | undefined;
  let incident: Loaders['incident'] | undefined;
  let mergedIncidents: Loaders['mergedIncidents'] | undefined;
  let children: Loaders['children'] | undefined;
  return {
    get escalations() {
      escalations ??= new DataLoader(async (ids) => {
        const found = await readEscalations(app, ids);
        return ids.map((id) => found.get(id) ?? []);
      });
      return escalations;
    },
    get signalHistories() {
      signalHistories ??= new DataLoader(
        async (incidents) => {
          const found = await readSignalHistories(app, incidents);
          return incidents.map(({ id }) => found.get(id) ?? new Error(`No history of incident ${id}`));
        },
        { cacheKeyFn: ({ id }) => id },
      );
      return signalHistories;
    },
    get notifications() {
      notifications ??= new DataLoader(async (ids) => {
        const found = await readNotifications(app, ids);
        return ids.map((id) => found.get(id) ?? []);
      });
      return notifications;
    },
    get incident() {
      incident ??= new DataLoader(async (ids) => {
        const found = await readHosts(app, ids);
        return ids.map((id) => found.get(id) ?? null);
      });
      return incident;
    },
    get mergedIncidents() {
      mergedIncidents ??= new DataLoader(async (ids) => {
        const found = await readMergedIncidents(app, ids);
        return ids.map((id) => found.get(id) ?? []);
      });
      return mergedIncidents;
    },
    get children() {
      children ??= new DataLoader(async (ids) => {
        const found = await readChildIncidents(app, ids);
        return ids.map((id) => found.get(id) ?? []);
      });
      return children;
    },
  };
}
