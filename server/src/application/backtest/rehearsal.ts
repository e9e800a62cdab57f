import type { IncidentId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident.ts';
import type { RecordedAct } from '../../domain/recordedAct.ts';
import { givenDedupKey, identify } from '../../engines/correlation.ts';
import { escalateAtAge, systemicEscalation } from '../../engines/escalation.ts';
import { orchestrate } from '../../engines/orchestrator.ts';
import { madeRoomAt } from '../../engines/quiet.ts';
import type { Consequences, Verdict } from '../../engines/verdict.ts';
import type { StoredSignal } from '../../persistence/signals.ts';
import { mergeFound } from '../mergeFound.ts';
import { type ArrivedSignal, type DecisionContext, type Loaded, WorkingSet } from '../workingSet.ts';
import { BroughtAlerts } from './broughtAlerts.ts';
import { DueQueue } from './dueQueue.ts';
import { EngineClock } from './engineClock.ts';
import { RecentCriticals } from './recentCriticals.ts';
import { rehearseSystemic, surroundingsOf } from './rehearseSystemic.ts';
import { type ActWorld, repeatAct } from './repeatAct.ts';
import { earliestCrossing } from './riskCrossing.ts';
import { isAwaited, type TimerContext, type TimerKind, timersOf, whenTimeIsUp } from './timers.ts';

/** What is to happen at a moment of the database's clock. */
type Due =
  | { readonly is: TimerKind | 'age'; readonly incidentId: IncidentId }
  | { readonly is: 'act'; readonly incidentId: IncidentId; readonly act: RecordedAct };

export interface RehearsalOptions {
  readonly context: DecisionContext;
  readonly start: Loaded;
  /** Told of what follows from a signal, from time or from an act, at a moment of the database's clock. */
  readonly onConsequences: (consequences: Consequences, at: Date) => void;
  /** Whether the systemic rule has escalated this incident in this episode. */
  readonly hasEscalated: (incidentId: IncidentId, key: string) => boolean;
  /** The draft's incident that stands for a real one, or that this one has become part of; null when there is none. */
  readonly standInOf: (real: IncidentId) => IncidentId | null;
  /** The draft's incident can no longer change. */
  readonly onOver: (incidentId: IncidentId) => void;
}

/** Bounds of what is carried from page to page beyond what time makes due; what was touched last stays. */
const mostBaselines = 5_000;
const mostAlerts = 50_000;
const mostHistorical = 20_000;
const mostLoneKeys = 5_000;

/** A world in which the draft decides: signals, what time makes due, and what people did, in their order. It is never stored. */
export class Rehearsal {
  readonly #options: RehearsalOptions;
  readonly #due = new DueQueue<Due>();
  readonly #criticals = { live: new RecentCriticals(), historical: new RecentCriticals() };
  /** Of incidents without a group: which one a sender's key resolves. */
  readonly #loneOfKey = new Map<string, IncidentId>();
  readonly #clocks = { live: new EngineClock(), historical: new EngineClock() };
  /** When the risk of an incident is asked for next. */
  readonly #ageAskedAt = new Map<IncidentId, number>();
  /** How many acts each incident still has before it. */
  readonly #actsAhead = new Map<IncidentId, number>();
  readonly #broughtAlerts = new BroughtAlerts();
  readonly #actWorld: ActWorld;
  readonly #timerContext: TimerContext;
  #workingSet: WorkingSet;

  constructor(options: RehearsalOptions) {
    this.#options = options;
    this.#workingSet = new WorkingSet(options.context, options.start);
    this.#timerContext = {
      ...options.context,
      around: (parent, now) =>
        surroundingsOf(parent, this.#workingSet, this.#criticals.live, options.context.policy, now),
    };
    this.#actWorld = {
      policy: options.context.policy,
      incident: (id) => this.#workingSet.pending.incident(id),
      standInOf: options.standInOf,
      isGroupTaken: (incident) => this.#workingSet.isGroupTaken(incident),
      takeAlertsIn: ({ incident, host }) =>
        this.#broughtAlerts.takeIn(this.#workingSet.alerts, { from: incident.id, to: host.id }),
      giveAlertsBack: ({ incident, host }) =>
        this.#broughtAlerts.giveBack(this.#workingSet.alerts, { from: host.id, to: incident.id }),
    };
  }

  /** Does everything that is due by a moment, but nothing later. */
  advance(until: Date): void {
    for (let next = this.#due.takeDue(until); next !== null; next = this.#due.takeDue(until)) {
      const { due, thing } = next;
      if (thing.is === 'act') this.#oneActLess(thing.incidentId);
      if (thing.is === 'age') this.#ageAskedAt.delete(thing.incidentId);
      const incident = this.#workingSet.pending.incident(thing.incidentId);
      if (incident === undefined) continue;
      if (thing.is === 'act') this.#act(incident, thing.act);
      else if (thing.is === 'age') this.#askAge(incident, due);
      else this.#conclude(whenTimeIsUp(incident, thing.is, due, this.#timerContext), due);
    }
  }

  decide({ signal }: StoredSignal): Verdict {
    const { policy, newId } = this.#options.context;
    this.advance(signal.receivedAt);
    const identity = identify({ ...signal, dedupKey: givenDedupKey(signal), idempotencyKey: null }, policy, signal.id);
    const now = signal.historical ? signal.occurredAt : signal.receivedAt;
    this.#clockOf(signal).tick(now);
    const arrived: ArrivedSignal = {
      signal: { ...signal, dedupKey: identity.dedupKey },
      groupKey: identity.groupKey,
      idempotencyKey: null,
      now,
    };
    const situation = this.#workingSet.situationOf(arrived);
    const verdict = orchestrate(situation, arrived.signal);
    const before = verdict.changed.map(({ incident: { id } }) => this.#workingSet.pending.incident(id));
    this.#workingSet.apply(arrived, situation, verdict);
    for (const [place, { incident }] of verdict.changed.entries()) this.#schedule(before[place], incident);
    this.#options.onConsequences(verdict, signal.receivedAt);
    if (verdict.outcome === 'OPENED' && verdict.incident?.groupKey === null && identity.dedupKey !== signal.id) {
      this.#loneOfKey.delete(identity.dedupKey);
      this.#loneOfKey.set(identity.dedupKey, verdict.incident.id);
    }
    mergeFound(this.#workingSet, policy, (merged) => this.#conclude(merged, signal.receivedAt));
    this.#askSystemicRule(signal.receivedAt, newId);
    return verdict;
  }

  /** What a person did to the real incident is done to the draft's at the same moment. */
  repeatAct(incidentId: IncidentId, act: RecordedAct): void {
    this.#actsAhead.set(incidentId, (this.#actsAhead.get(incidentId) ?? 0) + 1);
    this.#due.add(act.at, { is: 'act', incidentId, act });
  }

  /** Forgets what no later signal can join and nothing more can happen to. To be called between pages. */
  tidy(): void {
    const { policy } = this.#options.context;
    const known = this.#workingSet.pending.known;
    dropOldest(this.#loneOfKey, mostLoneKeys);
    const lone = new Set(this.#loneOfKey.values());
    const historical = known.filter((incident) => incident.historical && incident.status !== 'RESOLVED');
    // Time may go back among historical signals: theirs stay for a while longer.
    const spare = new Set(historical.slice(-mostHistorical).map(({ id }) => id));
    const state = this.#workingSet.carryOver(this.#awaitingActs(), (incident) => {
      if (incident.mergedInto !== null) return this.#isHostOpen(incident);
      const { earliest, latest } = this.#clockOf(incident);
      if (incident.resolvedAt !== null)
        return minutesBetween(incident.resolvedAt, earliest) <= policy.grouping.reopenMinutes;
      if (isAwaited(incident)) return true;
      if (incident.groupKey === null) return lone.has(incident.id);
      return spare.has(incident.id) || madeRoomAt(incident, policy, latest) === null;
    });
    const kept = new Set(state.incidents.map(({ id }) => id));
    for (const { id } of known) if (!kept.has(id)) this.#options.onOver(id);
    for (const key of this.#workingSet.changedBaselines().keys()) touch(state.baselines, key);
    dropOldest(state.baselines, mostBaselines);
    const alerts =
      state.alerts.length <= mostAlerts
        ? state.alerts
        : state.alerts.toSorted((a, b) => a.lastSeenAt.getTime() - b.lastSeenAt.getTime()).slice(-mostAlerts);
    this.#broughtAlerts.keepOnly(alerts);
    const windowMs = policy.escalation.systemic.minutes * 60_000;
    for (const name of ['live', 'historical'] as const) {
      this.#criticals[name].forget(new Date(this.#clocks[name].earliest.getTime() - windowMs));
      this.#clocks[name].turnPage();
    }
    this.#workingSet = new WorkingSet(this.#options.context, { ...state, alerts });
  }

  /** Nothing more will come. */
  end(): void {
    for (const { id } of this.#workingSet.pending.known) this.#options.onOver(id);
  }

  #clockOf({ historical }: { readonly historical: boolean }): EngineClock {
    return historical ? this.#clocks.historical : this.#clocks.live;
  }

  #act(incident: Incident, act: RecordedAct): void {
    const consequences = repeatAct(incident, act, this.#actWorld);
    if (consequences === null) return;
    this.#conclude(consequences, act.at);
    this.#workingSet.followAlerts(consequences.changed);
  }

  #oneActLess(id: IncidentId): void {
    const left = (this.#actsAhead.get(id) ?? 1) - 1;
    if (left === 0) this.#actsAhead.delete(id);
    else this.#actsAhead.set(id, left);
  }

  /** Those that people will still do something to, and those that they are to be taken out of. */
  #awaitingActs(): ReadonlySet<IncidentId> {
    const awaiting = new Set(this.#actsAhead.keys());
    // A set goes on with what is added meanwhile: so hosts of hosts are among them.
    for (const id of awaiting) {
      const host = this.#workingSet.pending.incident(id)?.mergedInto ?? null;
      if (host !== null) awaiting.add(host);
    }
    return awaiting;
  }

  /** Whether what an incident was merged into still takes its signals. */
  #isHostOpen(incident: Incident): boolean {
    let host: Incident | undefined = incident;
    while (host !== undefined && host.mergedInto !== null) host = this.#workingSet.pending.incident(host.mergedInto);
    return host !== undefined && host.status !== 'RESOLVED';
  }

  #conclude(consequences: Consequences | null, at: Date): void {
    if (consequences === null || consequences.changed.length === 0) return;
    const before = consequences.changed.map(({ incident: { id } }) => this.#workingSet.pending.incident(id));
    this.#workingSet.conclude(consequences);
    for (const [place, { incident }] of consequences.changed.entries()) this.#schedule(before[place], incident);
    this.#options.onConsequences(consequences, at);
  }

  /** Nobody's timer looks after historical incidents. */
  #schedule(before: Incident | undefined, incident: Incident): void {
    if (incident.historical) return;
    for (const [is, due] of timersOf(incident)) {
      const was = before === undefined ? null : timersOf(before).find(([name]) => name === is)?.[1];
      if (due !== null && due.getTime() !== was?.getTime()) this.#due.add(due, { is, incidentId: incident.id });
    }
    this.#awaitAge(incident, incident.updatedAt);
  }

  #awaitAge(incident: Incident, from: Date): void {
    const crossing = earliestCrossing(incident, this.#options.context.policy, from);
    const asked = this.#ageAskedAt.get(incident.id) ?? Number.POSITIVE_INFINITY;
    if (crossing === null || asked <= crossing.getTime()) return;
    this.#ageAskedAt.set(incident.id, crossing.getTime());
    this.#due.add(crossing, { is: 'age', incidentId: incident.id });
  }

  #askAge(incident: Incident, at: Date): void {
    const { policy, policyVersion, newId } = this.#options.context;
    const consequences = escalateAtAge(incident, policy, policyVersion, at, newId);
    this.#conclude(consequences, at);
    if (consequences.changed.length === 0) this.#awaitAge(incident, new Date(at.getTime() + 1_000));
  }

  #askSystemicRule(receivedAt: Date, newId: DecisionContext['newId']): void {
    const { context, hasEscalated } = this.#options;
    const { critical, minutes, opensIncident } = context.policy.escalation.systemic;
    for (const { incidentId, at } of this.#workingSet.newCriticals.splice(0)) {
      const incident = this.#workingSet.pending.incident(incidentId);
      if (incident === undefined) continue;
      const times = incident.historical ? this.#criticals.historical : this.#criticals.live;
      const earlierCriticalAts = times.note(incidentId, at, minutes * 60_000, critical);
      const consequences = systemicEscalation({ ...context, newId, earlierCriticalAts, incident, at });
      const [escalation] = consequences.escalations;
      const fires = escalation !== undefined && !hasEscalated(incidentId, escalationKey(escalation));
      const isRaised = opensIncident && !incident.historical;
      if (fires) this.#conclude(isRaised ? { ...consequences, intents: [] } : consequences, receivedAt);
      const count = earlierCriticalAts.length + 1;
      if (isRaised)
        this.#conclude(rehearseSystemic(this.#workingSet, times, context, { count, at, fires }), receivedAt);
    }
  }
}

function minutesBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 60_000;
}

/** Tells the firings of an incident apart. */
export function escalationKey({ episode, step, repeat }: { episode: number; step: number; repeat: number }): string {
  return `${episode}.${step}.${repeat}`;
}

/** To the end of the map's order. */
function touch<Value>(map: Map<string, Value>, key: string): void {
  const value = map.get(key);
  if (value === undefined) return;
  map.delete(key);
  map.set(key, value);
}

function dropOldest(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}
