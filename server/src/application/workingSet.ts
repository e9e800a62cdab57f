import type { TransactionSql } from 'postgres';
import type { Alert } from '../domain/alert.ts';
import type { IncidentId, NewId, SignalId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import type { Signal } from '../domain/signal.ts';
import { type BaselineState, baselineKeys } from '../engines/baseline.ts';
import type { Policy } from '../engines/policy.ts';
import type { Situation, Verdict } from '../engines/verdict.ts';
import { readAlertsByKey } from '../persistence/alerts.ts';
import { lockBaselines } from '../persistence/baselines.ts';
import { findCandidates, lockIncidents } from '../persistence/incidents.ts';
import { PendingConsequences } from './pendingConsequences.ts';

/** A signal that has been received and is about to be decided. */
export interface ArrivedSignal {
  readonly signal: Signal;
  readonly groupKey: string | null;
  readonly idempotencyKey: string | null;
  /** The engines' time: the signal's own when it is historical. */
  readonly now: Date;
}

export interface DecisionContext {
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
}

const groupSlot = (groupKey: string, historical: boolean) => `${historical ? 'historical' : 'live'} ${groupKey}`;

/** The state that a batch's decisions rest on: read once under lock, then carried from signal to signal in memory. */
export class WorkingSet {
  readonly pending: PendingConsequences;
  readonly newCriticals: NewCritical[] = [];
  readonly changedBaselines = new Map<string, BaselineState>();
  readonly newAlerts = new Set<Alert['id']>();
  readonly #context: DecisionContext;
  readonly #baselines: Map<string, BaselineState>;
  readonly #openOfGroup = new Map<string, IncidentId>();
  readonly #resolvedOfGroup = new Map<string, IncidentId>();
  readonly #alerts = new Map<string, Map<IncidentId, Alert>>();
  readonly #knownAlerts: ReadonlySet<Alert['id']>;

  constructor(context: DecisionContext, { incidents, alerts, baselines }: Loaded) {
    this.#context = context;
    this.#baselines = baselines;
    this.pending = new PendingConsequences(incidents);
    for (const incident of incidents) this.#place(incident);
    for (const alert of alerts) this.#keep(alert);
    this.#knownAlerts = new Set(alerts.map((alert) => alert.id));
  }

  situationOf({ signal, groupKey, now }: ArrivedSignal): Situation {
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
      groupKey,
      openOfGroup: slot === null ? null : incidentOf(this.#openOfGroup.get(slot)),
      resolvedOfGroup: slot === null ? null : incidentOf(this.#resolvedOfGroup.get(slot)),
      openOfAlert: firingIn ?? null,
      alerts,
      baselines: this.#baselines,
    };
  }

  apply({ signal }: ArrivedSignal, verdict: Verdict): void {
    for (const { incident } of verdict.changed) {
      const before = this.pending.incident(incident.id);
      if (incident.criticalAt !== null && incident.criticalAt.getTime() !== before?.criticalAt?.getTime()) {
        this.newCriticals.push({ incidentId: incident.id, signalId: signal.id, at: incident.criticalAt });
      }
      this.#place(incident);
    }
    this.pending.add(verdict, signal.id);
    if (verdict.alert !== null) {
      if (!this.#knownAlerts.has(verdict.alert.id)) this.newAlerts.add(verdict.alert.id);
      this.#keep(verdict.alert);
      this.pending.addAlert(verdict.alert);
    }
    for (const [key, state] of verdict.baselines) {
      this.#baselines.set(key, state);
      this.changedBaselines.set(key, state);
    }
  }

  /** What a later batch must know: the groups' incidents that may still be joined or reopened, their alerts, the baselines. */
  carryOver(resolvedSince: Date): Loaded {
    const ids = [...this.#openOfGroup.values(), ...this.#resolvedOfGroup.values()];
    const incidents = ids.flatMap((id) => {
      const incident = this.pending.incident(id);
      return incident === undefined || (incident.resolvedAt ?? resolvedSince) < resolvedSince ? [] : [incident];
    });
    const kept = new Set(incidents.map(({ id }) => id));
    const alerts = [...this.#alerts.values()].flatMap((ofKey) => [...ofKey.values()]);
    return { incidents, alerts: alerts.filter(({ incidentId }) => kept.has(incidentId)), baselines: this.#baselines };
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
  const baselines = await lockBaselines(
    tx,
    arrived.flatMap(({ signal }) => baselineKeys(signal, policy)),
  );
  const ids = new Set<IncidentId>();
  for (const historical of [false, true]) {
    const some = arrived.filter(({ signal }) => signal.historical === historical);
    if (some.length === 0) continue;
    const earliest = Math.min(...some.map(({ now }) => now.getTime()));
    const found = await findCandidates(tx, {
      historical,
      groupKeys: distinct(some.flatMap(({ groupKey }) => groupKey ?? [])),
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
  return new WorkingSet(context, { incidents, alerts, baselines });
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
