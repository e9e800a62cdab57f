import type { IncidentId } from '../../domain/ids.ts';
import { mostSevere, type Severity, severities } from '../../domain/severity.ts';
import type { SignalOutcome } from '../../domain/signal.ts';
import type { RecordedIncident } from '../../persistence/recordedIncidents.ts';
import type { StoredSignal } from '../../persistence/signals.ts';
import type {
  BacktestDifference,
  BacktestSide,
  IncidentSeverityChange,
  SignalSeverityChange,
} from '../backtestReport.ts';
import { SideCount } from './sideCount.ts';

/** An incident that the draft makes. */
export interface DraftIncident {
  readonly id: IncidentId;
  readonly openedInRange: boolean;
  highest: Severity | null;
  readonly escalations: string[];
  notifications: number;
  /** The real one that it stands for: the first of its signals' that no other one stands for. */
  actual: ActualIncident | null;
  over: boolean;
}

/** An incident as it was. */
export interface ActualIncident {
  readonly recorded: RecordedIncident;
  highest: Severity | null;
  draft: DraftIncident | null;
  /** The draft's first incident that took one of its signals. */
  into: DraftIncident | null;
  over: boolean;
}

const mostExamples = 100;

/** Sets what a draft makes of signals beside what happened. An incident is compared, and forgotten, once it is over on both sides. */
export class Comparison {
  readonly #draft = new SideCount();
  readonly #actual = new SideCount();
  readonly #shifts = new Map<string, number>();
  readonly #signalExamples: SignalSeverityChange[] = [];
  readonly #incidentExamples: IncidentSeverityChange[] = [];
  readonly #mergedExamples: { id: IncidentId; into: IncidentId | null }[] = [];
  readonly #removedExamples: IncidentId[] = [];
  readonly #escalations = { added: 0, removed: 0 };
  readonly #notifications = { added: 0, removed: 0 };
  #signals = 0;
  #signalsChanged = 0;
  #incidentsChanged = 0;
  #added = 0;
  #merged = 0;
  #removed = 0;

  get signals(): number {
    return this.#signals;
  }

  /** A signal of the range. */
  addSignal(
    stored: StoredSignal,
    after: { readonly outcome: SignalOutcome; readonly severity: Severity },
    { actual, draft }: { readonly actual: ActualIncident | null; readonly draft: DraftIncident | null },
  ): void {
    const { signal, outcome, severity: before } = stored;
    this.#signals += 1;
    this.#actual.addSignal(outcome, before);
    this.#draft.addSignal(after.outcome, after.severity);
    if (actual !== null) actual.highest = mostSevere(before, actual.highest ?? before);
    if (draft !== null) draft.highest = mostSevere(after.severity, draft.highest ?? after.severity);
    if (before === after.severity) return;
    this.#signalsChanged += 1;
    const shift = `${before} ${after.severity}`;
    this.#shifts.set(shift, (this.#shifts.get(shift) ?? 0) + 1);
    if (this.#signalExamples.length >= mostExamples) return;
    const { id, service, title, receivedAt } = signal;
    this.#signalExamples.push({ id, service, title, receivedAt, before, after: after.severity });
  }

  /** A systemic incident that was opened in the range: no signal did. */
  addSystemic(side: 'draft' | 'actual', incident: { highest: Severity | null }): void {
    incident.highest = 'CRITICAL';
    if (side === 'draft') this.#draft.addOpened();
    else this.#actual.addOpened();
  }

  draftOver(draft: DraftIncident): void {
    draft.over = true;
    this.#draft.addIncident(draft.highest, draft.escalations.length, draft.notifications);
    if (draft.actual !== null) {
      if (draft.actual.over) this.#compare(draft.actual, draft);
      return;
    }
    if (draft.highest !== null && draft.openedInRange) this.#added += 1;
    this.#escalations.added += draft.escalations.length;
    this.#notifications.added += draft.notifications;
  }

  actualOver(actual: ActualIncident): void {
    actual.over = true;
    const { escalations, notifications, id } = actual.recorded;
    this.#actual.addIncident(actual.highest, escalations.length, notifications);
    if (actual.draft !== null) {
      if (actual.draft.over) this.#compare(actual, actual.draft);
      return;
    }
    this.#escalations.removed += escalations.length;
    this.#notifications.removed += notifications;
    if (actual.highest === null) return;
    if (actual.into !== null) {
      this.#merged += 1;
      const into = actual.into.actual?.recorded.id ?? null;
      if (this.#mergedExamples.length < mostExamples) this.#mergedExamples.push({ id, into });
    } else {
      this.#removed += 1;
      if (this.#removedExamples.length < mostExamples) this.#removedExamples.push(id);
    }
  }

  sides(): { draft: BacktestSide; actual: BacktestSide; difference: BacktestDifference } {
    const severityShifts = severities.flatMap((before) =>
      severities.flatMap((after) => {
        const count = this.#shifts.get(`${before} ${after}`) ?? 0;
        return count === 0 ? [] : [{ before, after, count }];
      }),
    );
    const difference: BacktestDifference = {
      signals: this.#signalsChanged,
      severityShifts,
      signalExamples: this.#signalExamples,
      incidents: this.#incidentsChanged,
      incidentExamples: this.#incidentExamples,
      incidentsAdded: this.#added,
      incidentsMerged: this.#merged,
      mergedExamples: this.#mergedExamples,
      incidentsRemoved: this.#removed,
      removedExamples: this.#removedExamples,
      escalationsAdded: this.#escalations.added,
      escalationsRemoved: this.#escalations.removed,
      notificationsAdded: this.#notifications.added,
      notificationsRemoved: this.#notifications.removed,
    };
    return { draft: this.#draft.side(), actual: this.#actual.side(), difference };
  }

  #compare({ recorded, highest: before }: ActualIncident, draft: DraftIncident): void {
    const { id, number, service, title, escalations, notifications } = recorded;
    const was = new Set(escalations);
    const is = new Set(draft.escalations);
    this.#escalations.added += draft.escalations.filter((key) => !was.has(key)).length;
    this.#escalations.removed += escalations.filter((key) => !is.has(key)).length;
    this.#notifications.added += Math.max(0, draft.notifications - notifications);
    this.#notifications.removed += Math.max(0, notifications - draft.notifications);
    const after = draft.highest;
    if (before === null || after === null || before === after) return;
    this.#incidentsChanged += 1;
    if (this.#incidentExamples.length >= mostExamples) return;
    this.#incidentExamples.push({ id, number, service, title, before, after });
  }
}
