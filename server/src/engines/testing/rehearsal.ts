import type { Alert } from '../../domain/alert.ts';
import type { IncidentId, SignalId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident.ts';
import type { NewSignal, Signal } from '../../domain/signal.ts';
import type { NewTimelineEvent } from '../../domain/timeline.ts';
import type { BaselineState } from '../baseline.ts';
import { identify } from '../correlation.ts';
import { orchestrate } from '../orchestrator.ts';
import type { Policy } from '../policy.ts';
import type { Consequences, Verdict } from '../verdict.ts';
import { countingIds } from './countingIds.ts';

/** The engines with a memory in place of a database: what a verdict changed is the situation of the next signal. */
export class Rehearsal {
  readonly incidents = new Map<IncidentId, Incident>();
  readonly events: NewTimelineEvent[] = [];
  readonly newId = countingIds();
  readonly #policy: Policy;
  readonly #baselines = new Map<string, BaselineState>();
  readonly #open = new Map<string, IncidentId>();
  readonly #resolved = new Map<string, IncidentId>();
  readonly #alerts = new Map<string, Map<IncidentId, Alert>>();

  constructor(policy: Policy) {
    this.#policy = policy;
  }

  /** Receives a signal at a moment by the database's clock and takes what follows. */
  signal(given: NewSignal, receivedAt: Date): Verdict {
    const id = this.newId<SignalId>();
    const { dedupKey, groupKey } = identify(given, this.#policy, id);
    const { idempotencyKey: _, ...rest } = given;
    const signal: Signal = { ...rest, id, dedupKey, occurredAt: given.occurredAt ?? receivedAt, receivedAt };
    const alerts = [...(this.#alerts.get(dedupKey)?.values() ?? [])];
    const unresolved = alerts
      .filter((alert) => alert.state === 'FIRING')
      .map((alert) => this.incidents.get(alert.incidentId))
      .find((incident) => incident !== undefined && incident.status !== 'RESOLVED');
    const verdict = orchestrate(
      {
        policy: this.#policy,
        policyVersion: 1,
        now: signal.historical ? signal.occurredAt : receivedAt,
        groupKey,
        openOfGroup: this.#incident(groupKey, this.#open),
        resolvedOfGroup: this.#incident(groupKey, this.#resolved),
        openOfAlert: unresolved ?? null,
        alerts,
        baselines: this.#baselines,
        newId: this.newId,
      },
      signal,
    );
    this.take(verdict);
    for (const [key, state] of verdict.baselines) this.#baselines.set(key, state);
    if (verdict.alert !== null) {
      const ofKey = this.#alerts.get(dedupKey) ?? new Map<IncidentId, Alert>();
      this.#alerts.set(dedupKey, ofKey.set(verdict.alert.incidentId, verdict.alert));
    }
    return verdict;
  }

  /** Takes what an engine other than the orchestrator made of an incident. */
  take({ changed, events }: Pick<Consequences, 'changed' | 'events'>): void {
    this.events.push(...events);
    for (const { incident } of changed) {
      this.incidents.set(incident.id, incident);
      const { groupKey, id } = incident;
      if (groupKey === null) continue;
      if (incident.status !== 'RESOLVED') this.#open.set(groupKey, id);
      else {
        if (this.#open.get(groupKey) === id) this.#open.delete(groupKey);
        this.#resolved.set(groupKey, id);
      }
    }
  }

  #incident(groupKey: string | null, ids: ReadonlyMap<string, IncidentId>): Incident | null {
    const id = groupKey === null ? undefined : ids.get(groupKey);
    return (id === undefined ? undefined : this.incidents.get(id)) ?? null;
  }
}
