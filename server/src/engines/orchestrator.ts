import type { Alert } from '../domain/alert.ts';
import type { Incident } from '../domain/incident.ts';
import type { Signal } from '../domain/signal.ts';
import { alertIn, isLateFiring, isLateResolve } from './alertState.ts';
import { type BaselineState, baselineKeys, updatedBaselines } from './baseline.ts';
import { blastRadiusOf } from './blastRadius.ts';
import { isKeyed } from './correlation.ts';
import { type Decided, decideResolved } from './decided.ts';
import { escalateDue } from './escalation.ts';
import { gather, waitingAfter } from './gather.ts';
import { holdBack } from './holdBack.ts';
import { joinIncident } from './joinIncident.ts';
import { decideLoadV2 } from './loadV2.ts';
import { openTogether } from './openTogether.ts';
import { latest, noConsequences, together } from './outcome.ts';
import { madeRoomAt } from './quiet.ts';
import { resolveAlert } from './resolveAlert.ts';
import { resolvedByRule } from './resolvedByRule.ts';
import { respond } from './respond.ts';
import { decideSeedV1 } from './seedV1.ts';
import { suppressorsOf } from './suppression.ts';
import type { Placed } from './topology.ts';
import type { Consequences, Situation, Verdict } from './verdict.ts';
import { waitingKey } from './waitingState.ts';

type Home = Consequences &
  Pick<Verdict, 'outcome' | 'incident' | 'alert'> &
  Partial<Pick<Verdict, 'decision' | 'brought' | 'waits'>>;

/**
 * Decides about one signal: how severe it is and why, which incident it belongs to, and what follows. The verdict holds everything that
 * changed and must be stored together; whoever decides a batch feeds it back into the next signal's situation.
 */
export function orchestrate(situation: Situation, signal: Signal): Verdict {
  const baselines = updatedBaselines(situation.baselines, signal, signal.occurredAt, situation.policy);
  switch (signal.state) {
    case 'RESOLVED': {
      const decided = decideResolved(signal, situation.policy, situation.policyVersion);
      const early = situation.openOfAlert === null;
      const verdict = verdictOf(placeResolved(situation, signal), decided, baselines, early);
      return withWaiting(situation, signal, verdict);
    }
    case 'FIRING': {
      const candidates = candidatesOf(situation, signal);
      const home = candidates.find(({ endedAt }) => endedAt === null)?.incident ?? null;
      const decided = decide(situation, signal, home, baselines);
      const verdict = verdictOf(placeFiring(situation, signal, decided, candidates), decided, baselines, false);
      return withWaiting(situation, signal, verdict);
    }
  }
}

function verdictOf(home: Home, decided: Decided, baselines: Verdict['baselines'], early: boolean): Verdict {
  const { outcome, incident, alert, changed, events, escalations, intents } = home;
  const { decision = decided.decision, brought = nobody, waits = null } = home;
  return {
    outcome,
    decision,
    incident,
    alert,
    brought,
    waits,
    early,
    baselines,
    changed,
    events,
    escalations,
    intents,
  };
}

/** Who waits is kept beside the baselines. */
function withWaiting(situation: Situation, signal: Signal, verdict: Verdict): Verdict {
  const waiting = waitingAfter(situation, signal, verdict);
  if (waiting === null) return verdict;
  return { ...verdict, baselines: new Map(verdict.baselines).set(waitingKey(signal.historical), waiting) };
}

function decide(
  situation: Situation,
  signal: Signal,
  home: Incident | null,
  updated: ReadonlyMap<string, BaselineState>,
): Decided {
  const { policy, policyVersion, now } = situation;
  const [key] = baselineKeys(signal, policy);
  switch (policy.profile) {
    case 'seed-v1': {
      const state = key === undefined ? undefined : updated.get(key);
      return decideSeedV1(signal, state?.kind === 'window' ? state : null, policy, policyVersion);
    }
    case 'load-v2': {
      const state = key === undefined ? undefined : situation.baselines.get(key);
      const baseline = state?.kind === 'decayed' ? state : null;
      const own = alertIn(home, situation)?.state === 'FIRING' ? 1 : 0;
      const othersFiring = home === null ? 0 : Math.max(0, home.firingAlertCount - own);
      const { catalogue, affected, learned } = situation;
      const blast = blastRadiusOf(catalogue, signal.service, affected, policy);
      const context = { baseline, incident: home, othersFiring, blast, catalogue, learned, now, policy, policyVersion };
      return decideLoadV2(signal, context);
    }
  }
}

interface Candidate {
  readonly incident: Incident;
  /** When it made room for a new incident of its group; null while it has not. */
  readonly endedAt: Date | null;
}

/**
 * The open incidents that a firing signal may belong to: the one where its alert fires already before its group's. What was learned knows
 * better than the alert of an observation, which is only the same title once more.
 */
function candidatesOf(situation: Situation, signal: Signal): Candidate[] {
  const { policy, now, groupKey, openOfAlert, openOfGroup, placement } = situation;
  if (policy.profile === 'seed-v1') return [];
  if (placement !== null && !isKeyed(signal, groupKey)) {
    return openOfGroup === null ? [] : [{ incident: openOfGroup, endedAt: endedBy(placement, openOfGroup, situation) }];
  }
  const incidents = openOfAlert?.id === openOfGroup?.id ? [openOfGroup] : [openOfAlert, openOfGroup];
  return incidents
    .filter((incident) => incident !== null)
    .map((incident) => ({ incident, endedAt: madeRoomAt(incident, policy, now) }));
}

/** An episode that goes on keeps its incident open; one that was over made room, but for who names its alerts or has it in hand. */
function endedBy({ endedAtMs }: Placed, incident: Incident, { policy, now }: Situation): Date | null {
  const madeRoom = madeRoomAt(incident, policy, now);
  if (endedAtMs === null) return incident.firingAlertCount === 0 ? madeRoom : null;
  const stays = incident.memory.keyed || incident.status === 'ACKNOWLEDGED';
  return stays ? madeRoom : new Date(Math.max(endedAtMs, incident.memory.activeAtMs));
}

function placeFiring(situation: Situation, signal: Signal, decided: Decided, candidates: readonly Candidate[]): Home {
  const reopenable = situation.policy.profile === 'seed-v1' ? null : situation.resolvedOfGroup;
  if (isLateIn(reopenable, situation, signal)) return logged;
  if (candidates.some(({ incident }) => isLateIn(incident, situation, signal))) return logged;
  if (decided.calm) return placeCalm(situation, signal, decided);
  const suppressedBy = suppressorsOf(signal, decided.decision.severity, situation.suppression, situation.now);
  if (suppressedBy.length > 0) return holdBack(situation, signal, decided, suppressedBy);

  const before: Consequences[] = [];
  for (const { incident: candidate, endedAt } of candidates) {
    const escalated = escalatedByNow(candidate, endedAt ?? situation.now, situation);
    before.push(escalated);
    const incident = latest(candidate, escalated);
    if (endedAt === null) {
      const joined = respond(situation, incident, joinIncident(situation, signal, decided, incident));
      return after(before, endedEarly(situation, signal, joined));
    }
    const minutes = Math.round((endedAt.getTime() - incident.memory.activeAtMs) / 60_000);
    before.push(resolvedByRule(incident, 'wentQuiet', endedAt, `Nothing heard for ${minutes} min`));
  }
  const reopens = reopenable !== null && mayReopen(reopenable, situation);
  const opened = reopens
    ? respond(situation, reopenable, joinIncident(situation, signal, decided, reopenable))
    : openOrWait(situation, signal, decided);
  return after(before, endedEarly(situation, signal, opened));
}

function isLateIn(incident: Incident | null, situation: Situation, signal: Signal): boolean {
  return isLateFiring(alertIn(incident, situation), signal);
}

/** Where the policy asks for several alerts of a group, the first ones wait. One that is known to have ended waits for nothing. */
function openOrWait(situation: Situation, signal: Signal, decided: Decided): Home {
  const gathered = gather(situation, signal, decided);
  if (gathered.is === 'enough') return respond(situation, null, openTogether(situation, signal, decided, gathered));
  if (situation.resolvedEarlyAt !== null) return logged;
  const { own, missing } = gathered;
  const reason = `${decided.decision.reason}; waits for ${missing} more alert${missing === 1 ? '' : 's'} of its group`;
  return { ...logged, decision: { ...decided.decision, reason }, waits: own };
}

/** The alert's end came before its firing: both are told now, in their order, and nobody is notified of what is over. */
function endedEarly(situation: Situation, signal: Signal, placed: Home): Home {
  const { resolvedEarlyAt } = situation;
  const { incident, alert, outcome } = placed;
  if (resolvedEarlyAt === null || incident === null || alert === null) return placed;
  const now = signal.historical ? resolvedEarlyAt : situation.now;
  const end: Signal = { ...signal, state: 'RESOLVED', occurredAt: resolvedEarlyAt };
  // The end was stored when it came, as a signal of no incident: it is not counted again.
  const uncounted = { ...incident, signalCount: incident.signalCount - 1 };
  const fired = { ...alert, signalCount: alert.signalCount - 1 };
  const ended = resolveAlert({ ...situation, now, alerts: [fired] }, end, uncounted, fired, 'resolved');
  return { ...ended, ...together({ ...placed, intents: [] }, ended), outcome };
}

/**
 * A calm reading opens nothing and ends no other alert's incident. Where its own alert fires it joins, so that the severity can fall, but
 * it does not keep the incident from going quiet; after the policy's window it is evidence that the alert has ended.
 */
function placeCalm(situation: Situation, signal: Signal, decided: Decided): Home {
  const { policy, now, openOfAlert } = situation;
  const alert = alertIn(openOfAlert, situation);
  if (openOfAlert === null || alert?.state !== 'FIRING' || policy.profile === 'seed-v1') return logged;
  const windowMs = policy.grouping.windowMinutes * 60_000;
  const calmMs = now.getTime() - openOfAlert.memory.activeAtMs;
  if (calmMs < -windowMs) return logged;
  const escalated = escalatedByNow(openOfAlert, now, situation);
  const incident = latest(openOfAlert, escalated);
  const placed =
    calmMs < windowMs
      ? joinIncident(situation, signal, decided, incident)
      : resolveAlert(situation, signal, incident, alert, 'calm');
  return after([escalated], placed);
}

function placeResolved(situation: Situation, signal: Signal): Home {
  const { policy, now, openOfAlert } = situation;
  const alert = alertIn(openOfAlert, situation);
  if (openOfAlert === null || alert?.state !== 'FIRING' || isLateResolve(alert, signal, policy)) return logged;
  const escalated = escalatedByNow(openOfAlert, now, situation);
  return after([escalated], resolveAlert(situation, signal, latest(openOfAlert, escalated), alert, 'resolved'));
}

/** Nobody's timer looks after historical incidents: what was due in their time fires when the next signal of theirs is decided. */
function escalatedByNow(incident: Incident, now: Date, { policy, policyVersion, newId }: Situation): Consequences {
  return incident.historical ? escalateDue(incident, policy, policyVersion, now, newId) : noConsequences;
}

function after(before: readonly Consequences[], placed: Home): Home {
  const all = together(...before, placed);
  return all === placed ? placed : { ...placed, ...all };
}

function mayReopen(incident: Incident, { now, policy, placement }: Situation): boolean {
  const { resolvedAt, resolvedByRule: byRule, firingAlertCount } = incident;
  if (resolvedAt === null) return false;
  // It made room for a new episode: it did not come back.
  if (placement !== null && placement.joins === null && byRule === true && firingAlertCount > 0) return false;
  const sinceMs = now.getTime() - resolvedAt.getTime();
  return sinceMs >= 0 && sinceMs <= policy.grouping.reopenMinutes * 60_000;
}

const nobody: readonly Alert[] = [];
const logged: Home = { outcome: 'LOGGED', incident: null, alert: null, ...noConsequences };
