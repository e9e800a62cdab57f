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

/** Batches what the fields of several incidents need. Made anew for each request and each event of a subscription; most use none of them. */
export class Loaders {
  readonly #app: App;
  #escalations: DataLoader<IncidentId, Escalation[]> | undefined;
  #signalHistories: DataLoader<Incident, SignalHistory, IncidentId> | undefined;
  #notifications: DataLoader<IncidentId, Notification[]> | undefined;
  #incident: DataLoader<IncidentId, Incident | null> | undefined;
  #mergedIncidents: DataLoader<IncidentId, Incident[]> | undefined;
  #children: DataLoader<IncidentId, Incident[]> | undefined;

  constructor(app: App) {
    this.#app = app;
  }

  get escalations(): DataLoader<IncidentId, Escalation[]> {
    this.#escalations ??= byId((ids) => readEscalations(this.#app, ids), []);
    return this.#escalations;
  }

  get signalHistories(): DataLoader<Incident, SignalHistory, IncidentId> {
    this.#signalHistories ??= new DataLoader(
      async (incidents) => {
        const found = await readSignalHistories(this.#app, incidents);
        return incidents.map(({ id }) => found.get(id) ?? new Error(`No history of incident ${id}`));
      },
      { cacheKeyFn: ({ id }) => id },
    );
    return this.#signalHistories;
  }

  get notifications(): DataLoader<IncidentId, Notification[]> {
    this.#notifications ??= byId((ids) => readNotifications(this.#app, ids), []);
    return this.#notifications;
  }

  /** One incident by its id. */
  get incident(): DataLoader<IncidentId, Incident | null> {
    this.#incident ??= byId((ids) => readHosts(this.#app, ids), null);
    return this.#incident;
  }

  /** What was merged into an incident. */
  get mergedIncidents(): DataLoader<IncidentId, Incident[]> {
    this.#mergedIncidents ??= byId((ids) => readMergedIncidents(this.#app, ids), []);
    return this.#mergedIncidents;
  }

  /** What counts towards a systemic incident. */
  get children(): DataLoader<IncidentId, Incident[]> {
    this.#children ??= byId((ids) => readChildIncidents(this.#app, ids), []);
    return this.#children;
  }
}

/** @param none what an incident has of which nothing is found. */
function byId<Value>(
  read: (ids: readonly IncidentId[]) => Promise<ReadonlyMap<IncidentId, Value>>,
  none: Value,
): DataLoader<IncidentId, Value> {
  return new DataLoader(async (ids) => {
    const found = await read(ids);
    return ids.map((id) => found.get(id) ?? none);
  });
}
