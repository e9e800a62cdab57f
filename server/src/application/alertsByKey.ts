import type { Alert } from '../domain/alert.ts';
import type { IncidentId } from '../domain/ids.ts';
import type { AlertMove } from '../persistence/alerts.ts';

/** The alerts of some incidents, by dedup key first: that is what signals are asked for by. */
export class AlertsByKey {
  readonly #alerts = new Map<string, Map<IncidentId, Alert>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  keep(alert: Alert): void {
    const ofKey = this.#alerts.get(alert.dedupKey) ?? new Map<IncidentId, Alert>();
    if (!ofKey.has(alert.incidentId)) this.#size += 1;
    ofKey.set(alert.incidentId, alert);
    this.#alerts.set(alert.dedupKey, ofKey);
  }

  ofKey(dedupKey: string): ReadonlyMap<IncidentId, Alert> | undefined {
    return this.#alerts.get(dedupKey);
  }

  ofIncidents(ids: ReadonlySet<IncidentId>): Alert[] {
    return [...this.#alerts.values()].flatMap((ofKey) =>
      [...ofKey.values()].filter(({ incidentId }) => ids.has(incidentId)),
    );
  }

  /** Gives an incident's alerts to another one, but those whose key that one has, and answers with those that went over. */
  move({ from, to }: AlertMove, goes: (alert: Alert) => boolean): Alert[] {
    const moved: Alert[] = [];
    for (const ofKey of this.#alerts.values()) {
      const alert = ofKey.get(from);
      if (alert === undefined || ofKey.has(to) || !goes(alert)) continue;
      const after = { ...alert, incidentId: to };
      ofKey.delete(from);
      ofKey.set(to, after);
      moved.push(after);
    }
    return moved;
  }
}
