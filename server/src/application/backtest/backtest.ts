import type { IncidentId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident.ts';
import type { RecordedAct } from '../../domain/recordedAct.ts';
import { isSystemic } from '../../engines/systemicGroup.ts';
import type { Consequences, Verdict } from '../../engines/verdict.ts';
import type { RecordedIncident } from '../../persistence/recordedIncidents.ts';
import type { StoredSignal } from '../../persistence/signals.ts';
import type { BacktestReport } from '../backtestReport.ts';
import type { DecisionContext, Loaded } from '../workingSet.ts';
import { type ActualIncident, Comparison, type DraftIncident } from './comparison.ts';
import { escalationKey, Rehearsal } from './rehearsal.ts';

/** Real incidents that are remembered though they took no signal for a while. */
const mostIdle = 20_000;

interface KnownDraft extends DraftIncident {
  readonly fired: Set<string>;
  /** The draft's systemic incident that it counts towards. */
  parentId: IncidentId | null;
}

export interface BacktestOptions {
  readonly context: DecisionContext;
  readonly start: Loaded;
  /** What happens from here on counts, until there. */
  readonly from: Date;
  readonly to: Date;
}

/**
 * Rehearses signals under a draft and keeps both sides together: which of the draft's incidents stands for which real one. To be fed pages
 * of signals in their order, with the real incidents of a page made known before.
 */
export class Backtest {
  readonly #from: Date;
  readonly #to: Date;
  readonly #rehearsal: Rehearsal;
  readonly #comparison = new Comparison();
  readonly #drafts = new Map<IncidentId, KnownDraft>();
  /** Of real incidents that have just become known: what they count towards. */
  readonly #parents: IncidentId[] = [];
  /** The one touched last is the last in order. */
  readonly #actuals = new Map<IncidentId, ActualIncident>();
  /** The database's, as of what happened last. */
  #clock = new Date(0);

  constructor({ context, start, from, to }: BacktestOptions) {
    this.#from = from;
    this.#to = to;
    this.#rehearsal = new Rehearsal({
      context,
      start,
      onConsequences: (consequences, at) => this.#count(consequences, at),
      hasEscalated: (id, key) => this.#drafts.get(id)?.fired.has(key) ?? false,
      standInOf: (id) => {
        const actual = this.#actuals.get(id);
        return (actual?.draft ?? actual?.into)?.id ?? null;
      },
      onOver: (id) => this.#draftOver(id),
    });
  }

  /** The real incidents of a page that are not known yet. */
  unknownOf(page: readonly StoredSignal[]): IncidentId[] {
    const ids = new Set(page.flatMap(({ incidentId }) => incidentId ?? []));
    return [...ids].filter((id) => !this.#actuals.has(id));
  }

  /** The real systemic incidents that those that are known count towards, and that are not known yet. */
  unknownParents(): IncidentId[] {
    return [...new Set(this.#parents.splice(0))].filter((id) => !this.#actuals.has(id));
  }

  know(incidents: readonly RecordedIncident[]): void {
    for (const recorded of incidents) {
      const actual: ActualIncident = { recorded, highest: null, draft: null, into: null, over: false };
      this.#actuals.set(recorded.id, actual);
      const { openedAt, parentId } = recorded;
      if (parentId !== null) this.#parents.push(parentId);
      if (isSystemic(recorded) && openedAt >= this.#from && openedAt < this.#to)
        this.#comparison.addSystemic('actual', actual);
    }
  }

  decide(stored: StoredSignal): void {
    const verdict = this.#rehearsal.decide(stored);
    const actual = stored.incidentId === null ? null : this.#touched(stored.incidentId);
    const draft = verdict.incident === null ? null : this.#draftOf(verdict.incident);
    if (actual !== null && draft !== null) {
      this.#link(actual, draft);
      this.#linkParent(draft);
    }
    if (stored.signal.receivedAt < this.#from) return;
    const { outcome, decision } = verdict satisfies Verdict;
    this.#comparison.addSignal(stored, { outcome, severity: decision.severity }, { actual, draft });
  }

  /** To be called between pages: what is over is compared and forgotten. */
  tidy(): void {
    this.#rehearsal.tidy();
    let spare = this.#actuals.size - mostIdle;
    for (const [id, actual] of this.#actuals) {
      if (spare <= 0) break;
      spare -= 1;
      const { historical, lastSignalAt, lastMergeAt } = actual.recorded;
      // It will take more signals, or others in: to the end of the order.
      this.#actuals.delete(id);
      const isAwaited =
        (!historical && lastSignalAt > this.#clock) || (lastMergeAt !== null && lastMergeAt > this.#clock);
      if (isAwaited) this.#actuals.set(id, actual);
      else this.#comparison.actualOver(actual);
    }
  }

  /** Lets the time run out, and reports. */
  end(to: Date): Omit<BacktestReport, 'userErrors'> {
    this.#rehearsal.advance(to);
    this.#rehearsal.end();
    for (const actual of this.#actuals.values()) this.#comparison.actualOver(actual);
    this.#actuals.clear();
    return { signals: this.#comparison.signals, ...this.#comparison.sides() };
  }

  #touched(id: IncidentId): ActualIncident | null {
    const actual = this.#actuals.get(id);
    if (actual === undefined) return null;
    this.#actuals.delete(id);
    this.#actuals.set(id, actual);
    return actual;
  }

  #link(actual: ActualIncident, draft: DraftIncident): void {
    const first = actual.into === null;
    actual.into ??= draft;
    if (actual.draft === null && draft.actual === null) {
      actual.draft = draft;
      draft.actual = actual;
      for (const act of actual.recorded.acts) this.#rehearsal.repeatAct(draft.id, act);
    } else if (first) {
      // Whoever took the real one into hand would have taken the one that it became part of. Once people themselves have made the two one,
      // whatever they do to it is meant for both.
      for (const act of actual.recorded.acts) {
        if (act.kind === 'ACKNOWLEDGED' || isPartOf(draft.actual, actual, act.at))
          this.#rehearsal.repeatAct(draft.id, act);
      }
    }
  }

  /** A draft's systemic incident stands for the real one that its first child's counterpart counts towards. */
  #linkParent({ actual: child, parentId }: KnownDraft): void {
    const parent = parentId === null ? undefined : this.#drafts.get(parentId);
    const real = child === null ? null : child.recorded.parentId;
    if (parent === undefined || real === null || parent.actual !== null) return;
    const actual = this.#touched(real);
    if (actual !== null) this.#link(actual, parent);
  }

  #draftOf({ id }: Pick<Incident, 'id'>, at: Date = this.#clock): KnownDraft {
    const known = this.#drafts.get(id);
    if (known !== undefined) return known;
    const draft: KnownDraft = {
      id,
      openedInRange: at >= this.#from,
      highest: null,
      escalations: [],
      notifications: 0,
      actual: null,
      over: false,
      fired: new Set<string>(),
      parentId: null,
    };
    this.#drafts.set(id, draft);
    return draft;
  }

  #count({ changed, escalations, intents }: Consequences, at: Date): void {
    this.#clock = at;
    const counts = at >= this.#from;
    for (const { incident, kind } of changed) {
      const draft = this.#draftOf(incident, at);
      if (kind === 'OPENED' && counts && isSystemic(incident)) this.#comparison.addSystemic('draft', draft);
      draft.parentId = incident.parentId;
      this.#linkParent(draft);
    }
    for (const escalation of escalations) {
      const draft = this.#draftOf({ id: escalation.incidentId }, at);
      const key = escalationKey(escalation);
      if (draft.fired.has(key)) continue;
      draft.fired.add(key);
      if (counts) draft.escalations.push(key);
    }
    if (!counts) return;
    for (const { incidentId } of intents) this.#draftOf({ id: incidentId }, at).notifications += 1;
  }

  #draftOver(id: IncidentId): void {
    const draft = this.#drafts.get(id);
    if (draft === undefined) return;
    this.#drafts.delete(id);
    this.#comparison.draftOver(draft);
  }
}

/** Whether people had merged an incident into another one by a moment, and not taken it out again. */
function isPartOf(incident: ActualIncident | null, host: ActualIncident, at: Date): boolean {
  const last = incident?.recorded.acts.findLast((act) => isMerge(act) && act.at <= at);
  return last?.kind === 'MERGED' && last.into === host.recorded.id;
}

function isMerge({ kind }: RecordedAct): boolean {
  return kind === 'MERGED' || kind === 'UNMERGED';
}
