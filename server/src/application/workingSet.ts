import type { TransactionSql } from 'postgres';
import type { Alert } from '../domain/alert.ts';
import type { IncidentId, NewId, SignalId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import type { Signal } from '../domain/signal.ts';
import { type BaselineState, baselineKeys } from '../engines/baseline.ts';
import { dependentsOf } from '../engines/catalogue.ts';
import { followConsequences, followVerdict } from '../engines/followFiring.ts';
import { firingIn, inhibitorsOf } from '../engines/inhibition.ts';
import type { Policy } from '../engines/policy.ts';
import type { Suppression } from '../engines/suppression.ts';
import { TopologyMemory } from '../engines/topologyMemory.ts';
import type { Consequences, Situation, Verdict } from '../engines/verdict.ts';
import { readAlertsByKey } from '../persistence/alerts.ts';
import { lockBaselines } from '../persistence/baselines.ts';
import { readAffectedServices } from '../persistence/catalogue.ts';
import { findCandidates, lockIncidents } from '../persistence/incidents.ts';
import { AffectedServices } from './affectedServices.ts';
import type { Knowledge } from './knowledge.ts';
import { groupKeysOf, readAcquaintances, storedTopologies, topologiesIn, topologyKeys } from './learnedGroups.ts';
import { PendingConsequences } from './pendingConsequences.ts';
import { nothingSuppresses, readSuppression, type SuppressionState } from './readSuppression.ts';

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

const groupSlot = (groupKey: string, historical: boolean) => `${historical ? 'historical' : 'live'} ${groupKey}`;

/** The state that a batch's decisions rest on: read once under lock, then carried from signal to signal in memory. */
export class WorkingSet {
  readonly pending: PendingConsequences;
  readonly newCriticals: NewCritical[] = [];
  readonly newAlerts = new Set<Alert['id']>();
  readonly #context: DecisionContext;
  readonly #baselines: Map<string, BaselineState>;
  readonly #changedBaselines = new Map<string, BaselineState>();
  readonly #topologies: TopologyMemory;
  readonly #affected: AffectedServices;
  readonly #openOfGroup = new Map<string, IncidentId>();
  readonly #resolvedOfGroup = new Map<string, IncidentId>();
  readonly #alerts = new Map<string, Map<IncidentId, Alert>>();
  readonly #knownAlerts: ReadonlySet<Alert['id']>;
  readonly #suppression: Suppression;

  constructor(context: DecisionContext, { incidents, alerts, baselines, affected, suppression }: Loaded) {
    this.#context = context;
    this.#baselines = baselines;
    this.#topologies = new TopologyMemory(topologiesIn(baselines));
    this.#affected = affected;
    this.#suppression = { ...suppression, inhibitors: inhibitorsOf(context.policy, suppression.firing) };
    this.pending = new PendingConsequences(incidents);
    // Of the resolved ones of a group the last stays in its place.
    const byResolve = incidents.toSorted((a, b) => (a.resolvedAt?.getTime() ?? 0) - (b.resolvedAt?.getTime() ?? 0));
    for (const incident of byResolve) this.#place(incident);
    for (const alert of alerts) this.#keep(alert);
    this.#knownAlerts = new Set(alerts.map((alert) => alert.id));
  }

  situationOf(arrived: ArrivedSignal): Situation {
    const { signal, now } = arrived;
    const sought = this.#topologies.seek(signal, arrived.groupKey, { ...this.#context, now });
    const { groupKey } = sought;
    const slot = groupKey === null ? null : groupSlot(groupKey, signal.historical);
    const alerts = [...(this.#alerts.get(signal.dedupKey)?.values() ?? [])];
    const incidentOf = (id: IncidentId | undefined) => (id === undefined ? null : (this.pending.incident(id) ?? null));
    const firingIn = alerts
      .filter((alert) => alert.state === 'FIRING')
      .map((alert) => incidentOf(alert.incidentId))
      .find((incident) => incident?.status !== 'RESOLVED' && incident?.historical === signal.historical);
    return {
      ...this.#context,
      now,
      ...sought,
      openOfGroup: slot === null ? null : (incidentOf(this.#openOfGroup.get(slot)) ?? this.#hostOfGroup(slot)),
      resolvedOfGroup: slot === null ? null : this.#reopenableOfGroup(slot),
      openOfAlert: firingIn ?? null,
      alerts,
      baselines: this.#baselines,
      affected: this.#affected.of(signal.historical),
      suppression: this.#suppression,
    };
  }

  apply({ signal, now }: ArrivedSignal, situation: Situation, verdict: Verdict): void {
    this.#topologies.note(signal, situation, verdict, { ...this.#context, now });
    for (const { incident } of verdict.changed) {
      const before = this.pending.incident(incident.id);
      if (incident.criticalAt !== null && incident.criticalAt.getTime() !== before?.criticalAt?.getTime()) {
        this.newCriticals.push({ incidentId: incident.id, signalId: signal.id, at: incident.criticalAt });
      }
      this.#affected.changed(before ?? null, incident);
      this.#place(incident);
    }
    this.pending.add(verdict, signal.id);
    followVerdict(this.#suppression.inhibitors, signal, verdict);
    if (verdict.alert !== null) {
      if (!this.#knownAlerts.has(verdict.alert.id)) this.newAlerts.add(verdict.alert.id);
      this.#keep(verdict.alert);
      this.pending.addAlert(verdict.alert);
    }
    for (const [key, state] of verdict.baselines) {
      this.#baselines.set(key, state);
      this.#changedBaselines.set(key, state);
    }
  }

  /** What has to be stored; to be asked for once. Acquaintances are apart: their rows are not locked, the topologies' rows guard them. */
  changedBaselines(): { readonly locked: Map<string, BaselineState>; readonly guarded: Map<string, BaselineState> } {
    const { topologies, acquaintances } = storedTopologies(this.#topologies, this.#baselines, this.#context.newId);
    return { locked: new Map([...this.#changedBaselines, ...topologies]), guarded: new Map(acquaintances) };
  }

  /** Takes what follows from time alone, or from what people do. */
  conclude(consequences: Consequences): void {
    for (const { incident } of consequences.changed) {
      this.#affected.changed(this.pending.incident(incident.id) ?? null, incident);
      this.#place(incident);
    }
    this.pending.add(consequences, null);
    followConsequences(this.#suppression.inhibitors, consequences);
  }

  /**
   * What a later batch must know: of the incidents that `keep` wants, each group's open one and the one that was resolved last, and those
   * of no group that are not resolved; their alerts; the baselines.
   */
  carryOver(keep: (incident: Incident) => boolean): Loaded {
    const placed = new Set([...this.#openOfGroup.values(), ...this.#resolvedOfGroup.values()]);
    const incidents = this.pending.known.filter(
      (incident) =>
        (incident.groupKey === null ? incident.status !== 'RESOLVED' : placed.has(incident.id)) && keep(incident),
    );
    const kept = new Set(incidents.map(({ id }) => id));
    const alerts = [...this.#alerts.values()].flatMap((ofKey) =>
      [...ofKey.values()].filter(({ incidentId }) => kept.has(incidentId)),
    );
    const { silences, windows, inhibitors } = this.#suppression;
    const suppression = { silences, windows, firing: firingIn(inhibitors) };
    const { locked, guarded } = this.changedBaselines();
    for (const [key, state] of [...locked, ...guarded]) this.#baselines.set(key, state);
    return { incidents, alerts, baselines: this.#baselines, affected: this.#affected, suppression };
  }

  #place(incident: Incident): void {
    if (incident.groupKey === null) return;
    const slot = groupSlot(incident.groupKey, incident.historical);
    if (incident.status !== 'RESOLVED') {
      this.#openOfGroup.set(slot, incident.id);
      return;
    }
    if (this.#openOfGroup.get(slot) === incident.id) this.#openOfGroup.delete(slot);
    this.#resolvedOfGroup.set(slot, incident.id);
  }

  /** The unresolved incident that the group's last one was merged into. */
  #hostOfGroup(slot: string): Incident | null {
    let incident = this.#lastOfGroup(slot);
    while (incident !== null && incident.mergedInto !== null) {
      incident = this.pending.incident(incident.mergedInto) ?? null;
    }
    return incident?.status === 'RESOLVED' ? null : incident;
  }

  /** A merged one is over: only a person takes it out again. */
  #reopenableOfGroup(slot: string): Incident | null {
    const last = this.#lastOfGroup(slot);
    return last?.mergedInto === null ? last : null;
  }

  #lastOfGroup(slot: string): Incident | null {
    const id = this.#resolvedOfGroup.get(slot);
    return id === undefined ? null : (this.pending.incident(id) ?? null);
  }

  #keep(alert: Alert): void {
    const ofKey = this.#alerts.get(alert.dedupKey) ?? new Map<IncidentId, Alert>();
    ofKey.set(alert.incidentId, alert);
    this.#alerts.set(alert.dedupKey, ofKey);
  }
}

/** Locks and reads what a batch needs. Locks are taken in one order everywhere: baselines, incidents, tallies, the feed. */
export async function loadWorkingSet(
  tx: TransactionSql,
  context: DecisionContext,
  arrived: readonly ArrivedSignal[],
): Promise<WorkingSet> {
  const { policy } = context;
  // Sent with the first statement, so that it costs no round trip of its own.
  const [baselines, suppression] = await Promise.all([
    lockBaselines(tx, [
      ...topologyKeys(
        arrived.map(({ signal }) => signal),
        policy,
      ),
      ...arrived.flatMap(({ signal }) => baselineKeys(signal, policy)),
    ]),
    arrived.length === 0 ? nothingSuppresses : readSuppression(tx, policy, stretchOf(arrived)),
  ]);
  for (const [key, state] of await readAcquaintances(tx, baselines)) baselines.set(key, state);
  const ids = new Set<IncidentId>();
  for (const historical of [false, true]) {
    const some = arrived.filter(({ signal }) => signal.historical === historical);
    if (some.length === 0) continue;
    const earliest = Math.min(...some.map(({ now }) => now.getTime()));
    const found = await findCandidates(tx, {
      historical,
      groupKeys: distinct([
        ...some.flatMap(({ groupKey }) => groupKey ?? []),
        ...groupKeysOf(baselines, historical, some, policy),
      ]),
      // A key that is the signal's own id cannot have been seen before.
      dedupKeys: distinct(some.flatMap(({ signal }) => (signal.dedupKey === signal.id ? [] : signal.dedupKey))),
      resolvedSince: new Date(earliest - policy.grouping.reopenMinutes * 60_000),
    });
    for (const id of found) ids.add(id);
  }
  const incidents = await lockIncidents(tx, [...ids].sort());
  const alerts = await readAlertsByKey(
    tx,
    incidents.map(({ id }) => id),
    distinct(arrived.map(({ signal }) => signal.dedupKey)),
  );
  const affected = await readAffected(tx, context, arrived);
  return new WorkingSet(context, { incidents, alerts, baselines, affected, suppression });
}

/** Only the services count that something in the batch may be the cause of. */
async function readAffected(
  tx: TransactionSql,
  { catalogue, policy }: DecisionContext,
  arrived: readonly ArrivedSignal[],
): Promise<AffectedServices> {
  if (catalogue.dependents.size === 0) return new AffectedServices();
  const dependents = distinct(arrived.map(({ signal }) => signal.service)).flatMap((service) => [
    ...dependentsOf(catalogue, service, policy.stress.blast.depth),
  ]);
  return new AffectedServices(await readAffectedServices(tx, distinct(dependents)));
}

function stretchOf(arrived: readonly ArrivedSignal[]): { from: Date; to: Date } {
  const times = arrived.map(({ now }) => now.getTime());
  return { from: new Date(Math.min(...times)), to: new Date(Math.max(...times)) };
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
