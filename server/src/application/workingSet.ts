import type { Alert } from '../domain/alert.ts';
import type { IncidentId, NewId, SignalId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import type { Signal } from '../domain/signal.ts';
import type { BaselineState } from '../engines/baseline.ts';
import { followConsequences, followVerdict } from '../engines/followFiring.ts';
import { guestKeyOf } from '../engines/gather.ts';
import { addFiring, firingIn, inhibitorsOf } from '../engines/inhibition.ts';
import type { IncidentUnion } from '../engines/merge.ts';
import type { Policy } from '../engines/policy.ts';
import type { Suppression } from '../engines/suppression.ts';
import { TopologyMemory } from '../engines/topologyMemory.ts';
import type { Consequences, Situation, Verdict } from '../engines/verdict.ts';
import type { AlertMove } from '../persistence/alerts.ts';
import type { AffectedServices } from './affectedServices.ts';
import { AlertsByKey } from './alertsByKey.ts';
import { IncidentGroups } from './incidentGroups.ts';
import type { Knowledge } from './knowledge.ts';
import { storedTopologies, topologiesIn } from './learnedGroups.ts';
import { incidentsById, PendingConsequences } from './pendingConsequences.ts';
import type { SuppressionState } from './readSuppression.ts';

/** A signal that has been received and is about to be decided. */
export interface ArrivedSignal {
  readonly signal: Signal;
  readonly groupKey: string | null;
  readonly idempotencyKey: string | null;
  /** The engines' time: the signal's own when it is historical. */
  readonly now: Date;
}

export interface DecisionContext extends Knowledge {
  readonly policy: Policy;
  readonly policyVersion: number;
  readonly newId: NewId;
}

/** An incident that became CRITICAL, and the signal that made it so. */
export interface NewCritical {
  readonly incidentId: IncidentId;
  readonly signalId: SignalId;
  readonly at: Date;
}

/** What was known before the first signal of a batch. */
export interface Loaded {
  readonly incidents: readonly Incident[];
  readonly alerts: readonly Alert[];
  readonly baselines: Map<string, BaselineState>;
  readonly affected: AffectedServices;
  readonly suppression: SuppressionState;
}

/**
 * The state that decisions rest on, carried from signal to signal and from batch to batch. What a batch changes is gathered in `pending`
 * until the next one begins.
 */
export class WorkingSet {
  pending: PendingConsequences;
  readonly newCriticals: NewCritical[] = [];
  readonly alerts = new AlertsByKey();
  #context: DecisionContext;
  readonly #incidents: Map<IncidentId, Incident>;
  readonly #baselines: Map<string, BaselineState>;
  #changedBaselines = new Map<string, BaselineState>();
  #topologies: TopologyMemory;
  readonly #affected: AffectedServices;
  readonly #groups = new IncidentGroups((id) => this.pending.incident(id));
  readonly #unions: IncidentUnion[] = [];
  #suppression: Suppression;

  constructor(context: DecisionContext, { incidents, alerts, baselines, affected, suppression }: Loaded) {
    this.#context = context;
    this.#baselines = baselines;
    this.#topologies = new TopologyMemory(topologiesIn(baselines));
    this.#affected = affected;
    this.#suppression = suppressionOf(context.policy, suppression);
    this.#incidents = incidentsById(incidents);
    this.pending = new PendingConsequences(this.#incidents);
    this.#groups.placeAll(incidents);
    for (const alert of alerts) this.alerts.keep(alert);
  }

  /** How many things are remembered: what a bound is set on. */
  get size(): number {
    return this.#incidents.size + this.alerts.size + this.#baselines.size;
  }

  /** Takes in what was read later. It must not be older than what is known of the same. */
  learn({ incidents, alerts, baselines }: Pick<Loaded, 'incidents' | 'alerts' | 'baselines'>): void {
    for (const incident of incidents) this.#incidents.set(incident.id, incident);
    this.#groups.placeAll(incidents);
    for (const alert of alerts) this.alerts.keep(alert);
    for (const [key, state] of baselines) this.#baselines.set(key, state);
    if (topologiesIn(baselines).length > 0) this.#topologies = new TopologyMemory(topologiesIn(this.#baselines));
  }

  /** The next batch begins: what the one before changed is what is known now. */
  nextBatch(context: DecisionContext, suppression: SuppressionState): void {
    this.changedBaselines();
    for (const incident of this.pending.changed) this.#incidents.set(incident.id, incident);
    this.pending = new PendingConsequences(this.#incidents);
    this.#context = context;
    this.#changedBaselines = new Map();
    this.#topologies = new TopologyMemory(this.#topologies.states);
    this.#suppression = suppressionOf(context.policy, suppression);
    this.newCriticals.length = 0;
    this.#unions.length = 0;
  }

  knowsIncident(id: IncidentId): boolean {
    return this.#incidents.has(id);
  }

  /** The unresolved live incident of a group. */
  openOfGroup(groupKey: string): Incident | null {
    return this.#groups.openIn(groupKey, false);
  }

  baseline(key: string): BaselineState | undefined {
    return this.#baselines.get(key);
  }

  situationOf(arrived: ArrivedSignal): Situation {
    const { signal, now } = arrived;
    const { policy, policyVersion, catalogue, learned, newId } = this.#context;
    const known = { now, catalogue, policy };
    const { groupKey, placement, resolvedEarlyAt } = this.#topologies.seek(signal, arrived.groupKey, known);
    const guestKey = guestKeyOf(placement);
    const ofKey = this.alerts.ofKey(signal.dedupKey);
    return {
      policy,
      policyVersion,
      now,
      groupKey,
      placement,
      resolvedEarlyAt,
      openOfGroup: groupKey === null ? null : this.#groups.openIn(groupKey, signal.historical),
      guestIsOpen: guestKey !== null && this.#groups.openIn(guestKey, signal.historical) !== null,
      resolvedOfGroup: groupKey === null ? null : this.#groups.reopenableIn(groupKey, signal.historical),
      openOfAlert: ofKey === undefined ? null : this.#openOfAlert(ofKey, signal.historical),
      alerts: ofKey === undefined ? noAlerts : [...ofKey.values()],
      baselines: this.#baselines,
      catalogue,
      affected: this.#affected.of(signal.historical),
      learned,
      suppression: this.#suppression,
      newId,
    };
  }

  apply({ signal, now }: ArrivedSignal, situation: Situation, verdict: Verdict): void {
    const { policy, catalogue } = this.#context;
    this.#topologies.note(signal, situation, verdict, { now, policy, catalogue });
    for (const { incident } of verdict.changed) {
      const before = this.pending.incident(incident.id);
      if (incident.criticalAt !== null && incident.criticalAt.getTime() !== before?.criticalAt?.getTime()) {
        this.newCriticals.push({ incidentId: incident.id, signalId: signal.id, at: incident.criticalAt });
      }
      this.#affected.changed(before ?? null, incident);
      this.#groups.place(incident);
    }
    this.pending.add(verdict, signal.id);
    this.#noteUnions();
    followVerdict(this.#suppression.inhibitors, signal, verdict);
    for (const alert of verdict.brought) this.#keepAlert(alert);
    if (verdict.alert !== null) this.#keepAlert(verdict.alert);
    for (const [key, state] of verdict.baselines) {
      this.#baselines.set(key, state);
      this.#changedBaselines.set(key, state);
    }
  }

  /** The baselines that the batch changed, what was learned of services among them. To be asked for when its signals are decided. */
  changedBaselines(): ReadonlyMap<string, BaselineState> {
    const changed = this.#topologies.changed;
    if (changed.length > 0) {
      for (const [key, state] of storedTopologies(changed, this.#baselines, this.#context.newId)) {
        this.#baselines.set(key, state);
        this.#changedBaselines.set(key, state);
      }
      this.#topologies = new TopologyMemory(topologiesIn(this.#baselines));
    }
    return this.#changedBaselines;
  }

  /** The open incidents that were found to be one since it was last asked. */
  takeUnions(): IncidentUnion[] {
    return this.#unions.splice(0);
  }

  /** Gives the alerts of one incident to another, here and where they are stored. Answers how many of them fire. */
  moveAlerts(move: AlertMove): number {
    this.pending.addMove(move);
    const moved = this.alerts.move(move, () => true);
    return moved.filter(({ state }) => state === 'FIRING').length;
  }

  /** Takes what follows from time alone, or from what people do. */
  conclude(consequences: Consequences): void {
    for (const { incident } of consequences.changed) {
      this.#affected.changed(this.pending.incident(incident.id) ?? null, incident);
      this.#groups.place(incident);
    }
    this.pending.add(consequences, null);
    followConsequences(this.#suppression.inhibitors, consequences);
  }

  /** Whether another incident of its group is open. */
  isGroupTaken(incident: Incident): boolean {
    return this.#groups.isTaken(incident);
  }

  /** What fires in incidents that people changed inhibits as what it is now: theirs again, or as severe as they say. */
  followAlerts(changed: Consequences['changed']): void {
    const { inhibitors } = this.#suppression;
    if (inhibitors.rules.length === 0) return;
    for (const { incident } of changed) {
      if (incident.status === 'RESOLVED') continue;
      const { id, historical, severity } = incident;
      for (const alert of this.alerts.ofIncidents(new Set([id]))) {
        if (alert.state === 'FIRING') addFiring(inhibitors, { ...alert, historical, severity });
      }
    }
  }

  /**
   * What a later batch must know: of the incidents that `keep` wants, each group's open one and the one that was resolved last, and those
   * of no group that are not resolved; those that are awaited whatever they are; their alerts; the baselines.
   */
  carryOver(awaited: ReadonlySet<IncidentId>, keep: (incident: Incident) => boolean): Loaded {
    const { placed } = this.#groups;
    const incidents = this.pending.known.filter(
      (incident) =>
        awaited.has(incident.id) ||
        ((incident.groupKey === null ? incident.status !== 'RESOLVED' : placed.has(incident.id)) && keep(incident)),
    );
    const kept = new Set(incidents.map(({ id }) => id));
    const alerts = this.alerts.ofIncidents(kept);
    const { silences, windows, inhibitors } = this.#suppression;
    const suppression = { silences, windows, firing: firingIn(inhibitors) };
    this.changedBaselines();
    return { incidents, alerts, baselines: this.#baselines, affected: this.#affected, suppression };
  }

  /** At once: by the end of a batch other incidents may be the open ones of these groups. */
  #noteUnions(): void {
    for (const { guestKey, hostKey, historical, reason, at } of this.#topologies.takeUnions()) {
      const guest = this.#groups.openIn(guestKey, historical);
      const host = this.#groups.openIn(hostKey, historical);
      if (guest !== null && host !== null) this.#unions.push({ guest: guest.id, host: host.id, reason, at });
    }
  }

  #keepAlert(alert: Alert): void {
    this.alerts.keep(alert);
    this.pending.addAlert(alert);
  }

  /** The unresolved incident in which one of the alerts with a dedup key fires. */
  #openOfAlert(ofKey: ReadonlyMap<IncidentId, Alert>, historical: boolean): Incident | null {
    for (const alert of ofKey.values()) {
      if (alert.state !== 'FIRING') continue;
      const incident = this.pending.incident(alert.incidentId);
      if (incident !== undefined && incident.status !== 'RESOLVED' && incident.historical === historical)
        return incident;
    }
    return null;
  }
}

const noAlerts: readonly Alert[] = [];

function suppressionOf(policy: Policy, { silences, windows, firing }: SuppressionState): Suppression {
  return { silences, windows, inhibitors: inhibitorsOf(policy, firing) };
}
