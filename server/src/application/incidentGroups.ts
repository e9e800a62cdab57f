import type { IncidentId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';

/** Which incident of a group is open, and which was resolved last; live and historical groups apart. */
export class IncidentGroups {
  readonly #incident: (id: IncidentId) => Incident | undefined;
  readonly #open = new Map<string, IncidentId>();
  readonly #resolved = new Map<string, IncidentId>();

  /** @param incident finds an incident as it is now */
  constructor(incident: (id: IncidentId) => Incident | undefined) {
    this.#incident = incident;
  }

  /** The incidents that are open, or were resolved last. */
  get placed(): ReadonlySet<IncidentId> {
    return new Set([...this.#open.values(), ...this.#resolved.values()]);
  }

  /** An incident as it has just become. */
  place(incident: Incident): void {
    if (incident.groupKey === null) return;
    const slot = slotOf(incident.groupKey, incident.historical);
    if (incident.status !== 'RESOLVED') {
      this.#open.set(slot, incident.id);
      return;
    }
    if (this.#open.get(slot) === incident.id) this.#open.delete(slot);
    this.#resolved.set(slot, incident.id);
  }

  /** Incidents as they were read: of the resolved ones of a group the last stays in its place. */
  placeAll(incidents: readonly Incident[]): void {
    for (const incident of incidents.toSorted((a, b) => resolvedMs(a) - resolvedMs(b))) {
      const last = incident.groupKey === null ? null : this.#last(slotOf(incident.groupKey, incident.historical));
      const isOpen = incident.status !== 'RESOLVED';
      if (isOpen || last === null || resolvedMs(last) <= resolvedMs(incident)) this.place(incident);
    }
  }

  /** The unresolved incident of a group, or the one that its last one was merged into. */
  openIn(groupKey: string, historical: boolean): Incident | null {
    const slot = slotOf(groupKey, historical);
    const id = this.#open.get(slot);
    const open = id === undefined ? undefined : this.#incident(id);
    return open ?? this.#hostOf(slot);
  }

  /** The incident of a group that was resolved last. A merged one is over: only a person takes it out again. */
  reopenableIn(groupKey: string, historical: boolean): Incident | null {
    const last = this.#last(slotOf(groupKey, historical));
    return last?.mergedInto === null ? last : null;
  }

  /** Whether another incident of its group is open. */
  isTaken({ id, groupKey, historical }: Incident): boolean {
    const open = groupKey === null ? undefined : this.#open.get(slotOf(groupKey, historical));
    return open !== undefined && open !== id;
  }

  #hostOf(slot: string): Incident | null {
    let incident = this.#last(slot);
    while (incident !== null && incident.mergedInto !== null) {
      incident = this.#incident(incident.mergedInto) ?? null;
    }
    return incident?.status === 'RESOLVED' ? null : incident;
  }

  #last(slot: string): Incident | null {
    const id = this.#resolved.get(slot);
    return id === undefined ? null : (this.#incident(id) ?? null);
  }
}

function slotOf(groupKey: string, historical: boolean): string {
  return `${historical ? 'historical' : 'live'} ${groupKey}`;
}

function resolvedMs({ resolvedAt }: Incident): number {
  return resolvedAt?.getTime() ?? 0;
}
