import type { Incident } from '../domain/incident.ts';
import type { Signal } from '../domain/signal.ts';
import { alertIn, isLateFiring, isLateResolve } from './alertState.ts';
import { type BaselineState, baselineKeys, updatedBaselines } from './baseline.ts';
import { type Decided, decideResolved } from './decided.ts';
import { escalateDue } from './escalation.ts';
import { joinIncident } from './joinIncident.ts';
import { decideLoadV2 } from './loadV2.ts';
import { openIncident } from './openIncident.ts';
import { latest, noConsequences, together } from './outcome.ts';
import { madeRoomAt } from './quiet.ts';
import { resolveAlert } from './resolveAlert.ts';
import { resolvedByRule } from './resolvedByRule.ts';
import { decideSeedV1 } from './seedV1.ts';
import type { Consequences, Situation, Verdict } from './verdict.ts';

type Placed = Consequences & Pick<Verdict, 'outcome' | 'incident' | 'alert'>;

/**
 * Decides about one signal: how severe it is and why, which incident it belongs to, and what follows. The verdict holds everything that
 * changed and must be stored together; whoever decides a batch feeds it back into the next signal's situation.
 */
export function orchestrate(situation: Situation, signal: Signal): Verdict {
  const baselines = updatedBaselines(situation.baselines, signal, signal.occurredAt, situation.policy);
  switch (signal.state) {
    case 'RESOLVED': {
      const decided = decideResolved(signal, situation.policy, situation.policyVersion);
      return { decision: decided.decision, baselines, ...placeResolved(situation, signal) };
    }
    case 'FIRING': {
      const candidates = candidatesOf(situation);
      const home = candidates.find(({ endedAt }) => endedAt === null)?.incident ?? null;
      const decided = decide(situation, signal, home, baselines);
      return { decision: decided.decision, baselines, ...placeFiring(situation, signal, decided, candidates) };
    }
  }
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
      return decideLoadV2(signal, { baseline, incident: home, othersFiring, now, policy, policyVersion });
    }
  }
}

interface Candidate {
  readonly incident: Incident;
  /** When it made room for a new incident of its group; null while it has not. */
  readonly endedAt: Date | null;
}

/** The open incidents that a firing signal may belong to: the one where its alert fires already before its group's. */
function candidatesOf({ policy, now, openOfAlert, openOfGroup }: Situation): Candidate[] {
  if (policy.profile === 'seed-v1') return [];
  const incidents = openOfAlert?.id === openOfGroup?.id ? [openOfGroup] : [openOfAlert, openOfGroup];
  return incidents
    .filter((incident) => incident !== null)
    .map((incident) => ({ incident, endedAt: madeRoomAt(incident, policy, now) }));
}

function placeFiring(situation: Situation, signal: Signal, decided: Decided, candidates: readonly Candidate[]): Placed {
  const reopenable = situation.policy.profile === 'seed-v1' ? null : situation.resolvedOfGroup;
  const known = [...candidates.map(({ incident }) => incident), reopenable].map((incident) =>
    alertIn(incident, situation),
  );
  if (known.some((alert) => isLateFiring(alert, signal))) return logged;
  if (decided.calm) return placeCalm(situation, signal, decided);

  const before: Consequences[] = [];
  for (const { incident: candidate, endedAt } of candidates) {
    const escalated = escalatedByNow(candidate, endedAt ?? situation.now, situation);
    before.push(escalated);
    const incident = latest(candidate, escalated);
    if (endedAt === null) return after(before, joinIncident(situation, signal, decided, incident));
    const minutes = Math.round((endedAt.getTime() - incident.memory.activeAtMs) / 60_000);
    before.push(resolvedByRule(incident, 'wentQuiet', endedAt, `Nothing heard for ${minutes} min`));
  }
  const reopens = reopenable !== null && mayReopen(reopenable, situation);
  const opened = reopens
    ? joinIncident(situation, signal, decided, reopenable)
    : openIncident(situation, signal, decided);
  return after(before, opened);
}

/**
 * A calm reading opens nothing and ends no other alert's incident. Where its own alert fires it joins, so that the severity can fall, but
 * it does not keep the incident from going quiet; after the policy's window it is evidence that the alert has ended.
 */
function placeCalm(situation: Situation, signal: Signal, decided: Decided): Placed {
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

function placeResolved(situation: Situation, signal: Signal): Placed {
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

function after(before: readonly Consequences[], placed: Placed): Placed {
  return { ...placed, ...together(...before, placed) };
}

function mayReopen({ resolvedAt }: Incident, { now, policy }: Situation): boolean {
  if (resolvedAt === null) return false;
  const sinceMs = now.getTime() - resolvedAt.getTime();
  return sinceMs >= 0 && sinceMs <= policy.grouping.reopenMinutes * 60_000;
}

const logged: Placed = { outcome: 'LOGGED', incident: null, alert: null, ...noConsequences };
