import type { TransactionSql } from 'postgres';
import type { Alert } from '../domain/alert.ts';
import { type ChangeKind, heavierKind } from '../domain/change.ts';
import type { Escalation } from '../domain/escalation.ts';
import type { IncidentId, NewId, SignalId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import type { OutgoingIntent } from '../domain/intent.ts';
import type { NewTimelineEvent } from '../domain/timeline.ts';
import { withPatches } from '../engines/foldTimeline.ts';
import { type Cell, changedCells, type MeasureChange } from '../engines/metrics/cells.ts';
import { isSameMeasure, measureOf } from '../engines/metrics/measure.ts';
import type { Consequences } from '../engines/verdict.ts';
import type { NewChange } from '../feed/appendChanges.ts';
import { jobOf, newNotification } from '../jobs/job.ts';
import type { JobQueue } from '../jobs/jobQueue.ts';
import { addCells } from '../persistence/addCells.ts';
import { type AlertMove, takeAlertsIn, upsertAlerts } from '../persistence/alerts.ts';
import type { SqlExecutor } from '../persistence/database.ts';
import { insertEscalations } from '../persistence/escalations.ts';
import {
  holdIncidents,
  type IncidentUpdate,
  insertIncidents,
  takeNumbers,
  updateIncidents,
} from '../persistence/incidents.ts';
import { inOneFlight } from '../persistence/inOneFlight.ts';
import { putNotifications } from '../persistence/notifications.ts';
import { reading, type Step, writing } from '../persistence/sendAsOne.ts';
import { type Statement, send } from '../persistence/statement.ts';
import { appendTimeline } from '../persistence/timeline.ts';

interface PendingIncident {
  /** As it was when the transaction began; null when it is new. */
  readonly before: Incident | null;
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
  /** The incidents as they are stored. */
  readonly #stored: ReadonlyMap<IncidentId, Incident>;
  readonly #incidents = new Map<IncidentId, PendingIncident>();
  readonly #alerts = new Map<string, Alert>();
  readonly #moves: AlertMove[] = [];
  readonly #events: NewTimelineEvent[] = [];
  readonly #escalations: { escalation: Escalation; signalId: SignalId | null }[] = [];
  readonly #intents: OutgoingIntent[] = [];

  constructor(stored: ReadonlyMap<IncidentId, Incident>) {
    this.#stored = stored;
  }

  add(consequences: Consequences, signalId: SignalId | null): void {
    this.#events.push(...withPatches(consequences, (id) => this.incident(id)));
    for (const { incident, kind } of consequences.changed) {
      const earlier = this.#incidents.get(incident.id);
      if (earlier === undefined) {
        this.#incidents.set(incident.id, { before: this.#stored.get(incident.id) ?? null, incident, kind });
      } else {
        earlier.incident = incident;
        earlier.kind = heavierKind(earlier.kind, kind);
      }
    }
    for (const escalation of consequences.escalations) this.#escalations.push({ escalation, signalId });
    this.#intents.push(...consequences.intents);
  }

  addAlert(alert: Alert): void {
    this.#alerts.set(`${alert.incidentId} ${alert.dedupKey}`, alert);
  }

  /** The alerts go over once they are stored, those that the batch changed among them. */
  addMove(move: AlertMove): void {
    this.#moves.push(move);
  }

  /** The incident as it is after what was added so far. */
  incident(id: IncidentId): Incident | undefined {
    return this.#incidents.get(id)?.incident ?? this.#stored.get(id);
  }

  /** The changed ones. */
  get byId(): Map<IncidentId, Incident> {
    return incidentsById(this.changed);
  }

  get changed(): Incident[] {
    return [...this.#incidents.values()].map(({ incident }) => incident);
  }

  /** Those that are new. */
  get opened(): Incident[] {
    return [...this.#incidents.values()].filter(({ before }) => before === null).map(({ incident }) => incident);
  }

  /** Those that were read and those that are new, as they are after what was added so far. */
  get known(): Incident[] {
    const unchanged = [...this.#stored.values()].filter(({ id }) => !this.#incidents.has(id));
    return [...unchanged, ...this.changed];
  }

  get escalations(): readonly { escalation: Escalation; signalId: SignalId | null }[] {
    return this.#escalations;
  }

  /** Gives new incidents their numbers, in the order in which they were opened, and says when all were changed. */
  async complete(sql: SqlExecutor, at: Date): Promise<void> {
    this.#stamp(at);
    await this.#number(sql);
  }

  #stamp(at: Date): void {
    for (const one of this.#incidents.values()) {
      if (one.incident.updatedAt.getTime() !== at.getTime()) one.incident = { ...one.incident, updatedAt: at };
    }
  }

  async #number(sql: SqlExecutor): Promise<void> {
    const opened = this.#unnumbered;
    if (opened.length === 0) return;
    const numbers = await takeNumbers(sql, opened.length);
    for (const [place, one] of opened.entries()) one.incident = { ...one.incident, number: numbers[place] ?? 0 };
  }

  get #unnumbered(): PendingIncident[] {
    return [...this.#incidents.values()].filter(({ before, incident }) => before === null && incident.number === 0);
  }

  get #cells(): Cell[] {
    return changedCells([...this.#incidents.values()].flatMap(measureChangeOf));
  }

  /** Whether `store` sends all that it has to say at once and asks nothing, so that the transaction's end can travel behind it. */
  get isSentAtOnce(): boolean {
    const isOnItsWay = this.#escalations.length < 2 && this.#unnumbered.length === 0;
    return isOnItsWay && this.#intents.length === 0 && this.#cells.length === 0;
  }

  /** Whether nothing has changed but some fields of stored incidents and their alerts: most signals do no more. */
  get isPlain(): boolean {
    return this.isSentAtOnce && this.#escalations.length === 0 && this.#moves.length === 0 && this.opened.length === 0;
  }

  /** The stored ones, in the order of their ids: whoever changes several takes their rows in that order. */
  get #updates(): IncidentUpdate[] {
    return [...this.#incidents.values()]
      .flatMap(({ before, incident }) => (before === null ? [] : { before, incident }))
      .sort((a, b) => (a.incident.id < b.incident.id ? -1 : 1));
  }

  /** Writes everything but the change rows, and returns the changed incidents. The new ones have their numbers. */
  async store(
    tx: TransactionSql,
    { jobs, newId, at, policyVersion }: StoreContext,
  ): Promise<Map<IncidentId, Incident>> {
    this.#stamp(at);
    if (this.#unnumbered.length > 0) await this.#number(tx);
    const updates = this.#updates;
    const isOver = ({ incident }: IncidentUpdate) => incident.status === 'RESOLVED';
    await inOneFlight([
      send(tx, [
        ...hold(updates),
        // Those that are over first: a group has one open incident at any moment, also between two statements.
        ...updateIncidents(updates.filter(isOver)),
        ...updateIncidents(updates.filter((update) => !isOver(update))),
        ...insertIncidents(this.opened),
        ...upsertAlerts([...this.#alerts.values()]),
      ]),
      ...this.#moves.map((move) => takeAlertsIn(tx, move)),
      send(tx, appendTimeline(this.#events)),
      insertEscalations(tx, this.#escalations),
      // Last: others wait for the cells of this hour and day, and all come here with their incidents held.
      addCells(tx, this.#cells),
    ]);
    const jobsToDo = this.#intents.map((intent) => jobOf(intent, policyVersion, newId()));
    if (jobsToDo.length > 0) {
      const states = jobsToDo.map((job) => {
        const notification = newNotification(job);
        return {
          ...notification,
          status: 'PENDING',
          at,
          settledAt: null,
          nextAttemptAt: null,
          messageKey: job.key,
        } as const;
      });
      await Promise.all([jobs.enqueue(tx, jobsToDo), putNotifications(tx, states)]);
    }
    return this.byId;
  }

  /** What is to be written where it `isPlain`, for sendAsOne. */
  steps(at: Date): Step[] {
    this.#stamp(at);
    const updates = this.#updates;
    const alerts = upsertAlerts([...this.#alerts.values()]);
    return [
      ...reading(hold(updates)),
      ...writing([...updateIncidents(updates), ...alerts, ...appendTimeline(this.#events)]),
    ];
  }

  /** The change rows of what was stored. They must be appended last in the transaction: see appendChanges. */
  changes(at: Date): NewChange[] {
    return Array.from(this.#incidents.values(), ({ before, incident, kind }) => ({
      kind,
      at,
      previous: before === null ? null : { status: before.status, severity: before.severity },
      incident,
    }));
  }
}

function hold(updates: readonly IncidentUpdate[]): Statement[] {
  return holdIncidents(updates.map(({ incident }) => incident.id));
}

/** Most signals change nothing that is measured. */
function measureChangeOf({ before, incident }: PendingIncident): MeasureChange[] {
  const after = measureOf(incident);
  if (before === null) return [{ before, after }];
  const earlier = measureOf(before);
  return isSameMeasure(earlier, after) ? [] : [{ before: earlier, after }];
}

/** Incidents that were read, by id. */
export function incidentsById(incidents: readonly Incident[]): Map<IncidentId, Incident> {
  return new Map(incidents.map((incident) => [incident.id, incident]));
}
