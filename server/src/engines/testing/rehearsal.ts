import type { Alert } from '../../domain/alert.ts';
import type { IncidentId, SignalId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident.ts';
import type { NewSignal, Signal } from '../../domain/signal.ts';
import type { NewTimelineEvent } from '../../domain/timeline.ts';
import type { BaselineState } from '../baseline.ts';
import { emptyCatalogue } from '../catalogue.ts';
import { identify } from '../correlation.ts';
import { withPatches } from '../foldTimeline.ts';
import { guestKeyOf } from '../gather.ts';
import { mergeByRule } from '../merge.ts';
import { orchestrate } from '../orchestrator.ts';
import { noConsequences } from '../outcome.ts';
import type { Policy } from '../policy.ts';
import { noSuppression } from '../suppression.ts';
import { TopologyMemory } from '../topologyMemory.ts';
import type { Consequences, Situation, Verdict } from '../verdict.ts';
import { countingIds } from './countingIds.ts';

type Known = Pick<Situation, 'catalogue' | 'learned' | 'suppression'>;

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
  readonly #brought = new Map<string, IncidentId>();
  readonly #topology = new TopologyMemory();

  readonly #known: Known;

  constructor(policy: Policy, known: Partial<Known> = {}) {
    this.#policy = policy;
    this.#known = { catalogue: emptyCatalogue, learned: null, suppression: noSuppression, ...known };
  }

  /** Receives a signal at a moment by the database's clock and takes what follows. */
  signal(given: NewSignal, receivedAt: Date): Verdict {
    const id = this.newId<SignalId>();
    const { dedupKey, groupKey: givenGroup } = identify(given, this.#policy, id);
    const { idempotencyKey: _, ...rest } = given;
    const signal: Signal = { ...rest, id, dedupKey, occurredAt: given.occurredAt ?? receivedAt, receivedAt };
    const now = signal.historical ? signal.occurredAt : receivedAt;
    const context = { now, catalogue: this.#known.catalogue, policy: this.#policy };
    const sought = this.#topology.seek(signal, givenGroup, context);
    const { groupKey } = sought;
    const alerts = [...(this.#alerts.get(dedupKey)?.values() ?? [])];
    const unresolved = alerts
      .filter((alert) => alert.state === 'FIRING')
      .map((alert) => this.incidents.get(alert.incidentId))
      .find((incident) => incident !== undefined && incident.status !== 'RESOLVED');
    const verdict = orchestrate(
      {
        policy: this.#policy,
        policyVersion: 1,
        now,
        ...sought,
        openOfGroup: this.#incident(groupKey, this.#open) ?? this.#hostOf(groupKey),
        guestIsOpen: this.#incident(guestKeyOf(sought.placement), this.#open) !== null,
        resolvedOfGroup: this.#reopenable(groupKey),
        openOfAlert: unresolved ?? null,
        alerts,
        baselines: this.#baselines,
        ...this.#known,
        affected: this.#affected(),
        newId: this.newId,
      },
      signal,
    );
    this.take(verdict);
    this.#topology.note(signal, sought, verdict, context);
    for (const [key, state] of verdict.baselines) this.#baselines.set(key, state);
    for (const alert of [...verdict.brought, ...(verdict.alert === null ? [] : [verdict.alert])]) {
      const ofKey = this.#alerts.get(alert.dedupKey) ?? new Map<IncidentId, Alert>();
      this.#alerts.set(alert.dedupKey, ofKey.set(alert.incidentId, alert));
    }
    this.#mergeFound();
    return verdict;
  }

  #mergeFound(): void {
    for (const { guestKey, hostKey, reason, at: now } of this.#topology.takeUnions()) {
      const incident = this.#incident(guestKey, this.#open);
      const host = this.#incident(hostKey, this.#open) ?? this.#hostOf(hostKey);
      if (incident === null || host === null) continue;
      const found = { now, reason };
      if (mergeByRule({ incident, host, firingMoved: 0 }, found, this.#policy) === noConsequences) continue;
      const firingMoved = this.moveAlerts(incident.id, host.id, incident.id);
      this.take(mergeByRule({ incident, host, firingMoved }, found, this.#policy));
    }
  }

  /** Takes what an engine other than the orchestrator made of an incident. */
  take({ changed, events }: Pick<Consequences, 'changed' | 'events'>): void {
    this.events.push(...withPatches({ ...noConsequences, changed, events }, (id) => this.incidents.get(id)));
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

  #affected(): Map<string, number> {
    if (this.#known.catalogue.dependents.size === 0) return new Map();
    const open = [...this.incidents.values()].filter(({ status }) => status !== 'RESOLVED');
    return new Map(open.map(({ service }) => [service, 1]));
  }

  #hostOf(groupKey: string | null): Incident | null {
    let incident = this.#incident(groupKey, this.#resolved);
    while (incident !== null && incident.mergedInto !== null) {
      incident = this.incidents.get(incident.mergedInto) ?? null;
    }
    return incident?.status === 'RESOLVED' ? null : incident;
  }

  #reopenable(groupKey: string | null): Incident | null {
    const last = this.#incident(groupKey, this.#resolved);
    return last?.mergedInto === null ? last : null;
  }

  /** Gives alerts to another incident: all when `broughtBy` has them, else those that it brought. Answers how many of them fire. */
  moveAlerts(from: IncidentId, to: IncidentId, broughtBy: IncidentId): number {
    let firing = 0;
    for (const [key, ofKey] of this.#alerts) {
      const alert = ofKey.get(from);
      if (alert === undefined || ofKey.has(to)) continue;
      if (from !== broughtBy && this.#brought.get(`${key} ${from}`) !== broughtBy) continue;
      ofKey.delete(from);
      ofKey.set(to, { ...alert, incidentId: to });
      this.#brought.set(`${key} ${to}`, broughtBy);
      if (alert.state === 'FIRING') firing += 1;
    }
    return firing;
  }

  #incident(groupKey: string | null, ids: ReadonlyMap<string, IncidentId>): Incident | null {
    const id = groupKey === null ? undefined : ids.get(groupKey);
    return (id === undefined ? undefined : this.incidents.get(id)) ?? null;
  }
}
