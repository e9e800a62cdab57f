import type { TransactionSql } from 'postgres';
import type { Alert } from '../domain/alert.ts';
import { type ChangeKind, heavierKind } from '../domain/change.ts';
import type { Escalation } from '../domain/escalation.ts';
import type { IncidentId, NewId, SignalId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import type { Intent } from '../domain/intent.ts';
import type { NewTimelineEvent } from '../domain/timeline.ts';
import { withPatches } from '../engines/foldTimeline.ts';
import type { Consequences } from '../engines/verdict.ts';
import { appendChanges } from '../feed/appendChanges.ts';
import type { JobQueue } from '../jobs/jobQueue.ts';
import { upsertAlerts } from '../persistence/alerts.ts';
import { insertEscalations } from '../persistence/escalations.ts';
import { insertIncidents, updateIncidents } from '../persistence/incidents.ts';
import { appendTimeline } from '../persistence/timeline.ts';

interface PendingIncident {
  incident: Incident;
  kind: ChangeKind;
}

interface StoreContext {
  readonly jobs: JobQueue;
  readonly newId: NewId;
  readonly at: Date;
  /** The version that decided: the targets to tell are named in it. */
  readonly policyVersion: number;
}

/** Gathers what the engines concluded within one transaction, so that it is stored by a few statements at its end. */
export class PendingConsequences {
  /** The incidents as they were read under lock. */
  readonly #stored: ReadonlyMap<IncidentId, Incident>;
  readonly #incidents = new Map<IncidentId, PendingIncident>();
  readonly #alerts = new Map<string, Alert>();
  readonly #events: NewTimelineEvent[] = [];
  readonly #escalations: { escalation: Escalation; signalId: SignalId | null }[] = [];
  readonly #intents: Intent[] = [];

  constructor(stored: readonly Incident[]) {
    this.#stored = new Map(stored.map((incident) => [incident.id, incident]));
  }

  add(consequences: Consequences, signalId: SignalId | null): void {
    this.#events.push(...withPatches(consequences, (id) => this.incident(id)));
    for (const { incident, kind } of consequences.changed) {
      const earlier = this.#incidents.get(incident.id);
      this.#incidents.set(incident.id, { incident, kind: earlier ? heavierKind(earlier.kind, kind) : kind });
    }
    for (const escalation of consequences.escalations) this.#escalations.push({ escalation, signalId });
    this.#intents.push(...consequences.intents);
  }

  addAlert(alert: Alert): void {
    this.#alerts.set(`${alert.incidentId} ${alert.dedupKey}`, alert);
  }

  /** The incident as it is after what was added so far. */
  incident(id: IncidentId): Incident | undefined {
    return this.#incidents.get(id)?.incident ?? this.#stored.get(id);
  }

  get changed(): Incident[] {
    return [...this.#incidents.values()].map(({ incident }) => incident);
  }

  /** Those that were read and those that are new, as they are after what was added so far. */
  get known(): Incident[] {
    const unchanged = [...this.#stored.values()].filter(({ id }) => !this.#incidents.has(id));
    return [...unchanged, ...this.changed];
  }

  get escalations(): readonly { escalation: Escalation; signalId: SignalId | null }[] {
    return this.#escalations;
  }

  /** Writes everything but the change rows, and returns the changed incidents with their numbers. */
  async store(
    tx: TransactionSql,
    { jobs, newId, at, policyVersion }: StoreContext,
  ): Promise<Map<IncidentId, Incident>> {
    const changed = [...this.#incidents.values()].map(({ incident }) => ({ ...incident, updatedAt: at }));
    const isNew = (incident: Incident) => !this.#stored.has(incident.id);
    const known = changed.filter((incident) => !isNew(incident));
    const isOver = ({ status }: Incident) => status === 'RESOLVED';
    // Those that are over first: a group has one open incident at any moment, also between two statements.
    const [, , opened] = await Promise.all([
      updateIncidents(tx, known.filter(isOver)),
      updateIncidents(
        tx,
        known.filter((incident) => !isOver(incident)),
      ),
      insertIncidents(tx, changed.filter(isNew)),
      upsertAlerts(tx, [...this.#alerts.values()]),
      appendTimeline(tx, this.#events),
      insertEscalations(tx, this.#escalations),
    ]);
    const numbered = new Map([...changed, ...opened].map((incident) => [incident.id, incident]));
    const jobsToDo = this.#intents.map((intent) => ({
      ...intent,
      policyVersion,
      key: newId(),
    }));
    if (jobsToDo.length > 0) await jobs.enqueue(tx, jobsToDo);
    return numbered;
  }

  /** Appends the change rows. Must be the last of the transaction: see appendChanges. */
  async publish(tx: TransactionSql, incidents: ReadonlyMap<IncidentId, Incident>, at: Date): Promise<void> {
    const changes = [...incidents.values()].map((incident) => {
      const before = this.#stored.get(incident.id);
      return {
        kind: this.#incidents.get(incident.id)?.kind ?? 'UPDATED',
        at,
        previous: before === undefined ? null : { status: before.status, severity: before.severity },
        incident,
      };
    });
    await appendChanges(tx, changes);
  }
}
