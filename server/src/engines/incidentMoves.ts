import type { IncidentId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import { nextEscalationAt } from './escalation.ts';
import type { Policy } from './policy.ts';
import { reviewAtAfter } from './quiet.ts';
import { riskOf } from './risk.ts';

/** Times as dates and actors as names; each move presumes that the table of transitions allows it. */

/** Whoever takes it into hand takes it out of its snooze. */
export function acknowledged(
  incident: Incident,
  { now, actor }: { readonly now: Date; readonly actor: string },
  policy: Policy,
): Incident {
  const after: Incident = {
    ...incident,
    status: 'ACKNOWLEDGED',
    acknowledgedAt: now,
    acknowledgedBy: actor,
    firstAcknowledgedAt: incident.firstAcknowledgedAt ?? now,
    nextEscalationAt: null,
    snoozedUntil: null,
    updatedAt: now,
  };
  return attended({ ...after, risk: riskOf(after, policy, now).risk }, now, policy);
}

/** The wait for the next step begins anew; steps that have fired do not fire again. */
export function unacknowledged(incident: Incident, now: Date, policy: Policy): Incident {
  const wasFirst = incident.firstAcknowledgedAt?.getTime() === incident.acknowledgedAt?.getTime();
  const taken = { ...incident, firstAcknowledgedAt: wasFirst ? null : incident.firstAcknowledgedAt };
  return putBackToOpen({ ...taken, snoozedUntil: null }, now, policy);
}

/** Back to open though the acknowledgement happened and counts: a rule did it, nobody took it back. */
export function putBackToOpen(incident: Incident, now: Date, policy: Policy): Incident {
  const after: Incident = {
    ...incident,
    status: 'OPEN',
    acknowledgedAt: null,
    acknowledgedBy: null,
    acknowledgementLapsesAt: null,
    updatedAt: now,
  };
  return waiting(after, now, policy);
}

/** Back on everybody's desk, as if it had just been opened: its steps begin anew. */
export function cameBack(incident: Incident, now: Date, policy: Policy): Incident {
  return putBackToOpen({ ...incident, snoozedUntil: null, ...newEpisode(incident) }, now, policy);
}

/** Somebody did something about it: an acknowledgement lasts the policy's time from here, and as long as a snooze. */
export function attended(incident: Incident, now: Date, policy: Policy): Incident {
  const mayLapse = incident.status === 'ACKNOWLEDGED' && incident.snoozedUntil === null && !incident.historical;
  const minutes = mayLapse ? (policy.lifecycle.acknowledgeTimeoutMinutes ?? null) : null;
  const acknowledgementLapsesAt = minutes === null ? null : new Date(now.getTime() + minutes * 60_000);
  return { ...incident, acknowledgementLapsesAt, updatedAt: now };
}

export function resolved(
  incident: Incident,
  { at, by, byRule }: { readonly at: Date; readonly by: string; readonly byRule: boolean },
): Incident {
  return {
    ...incident,
    status: 'RESOLVED',
    risk: 0,
    firstResolvedAt: incident.firstResolvedAt ?? (incident.historical && !byRule ? null : at),
    resolvedAt: at,
    resolvedBy: by,
    resolvedByRule: byRule,
    nextEscalationAt: null,
    acknowledgementLapsesAt: null,
    snoozedUntil: null,
    reviewAt: null,
    updatedAt: at,
  };
}

/** To ACKNOWLEDGED when it was that before it was resolved, else to OPEN. */
export function reopenedByHand(incident: Incident, now: Date, policy: Policy): Incident {
  return reopened(incident, incident.acknowledgedAt === null ? 'OPEN' : 'ACKNOWLEDGED', now, policy);
}

/** Always to OPEN: whoever had it in hand believed it to be over. */
export function reopenedBySignal(incident: Incident, now: Date, policy: Policy): Incident {
  return reopened({ ...incident, acknowledgedAt: null, acknowledgedBy: null }, 'OPEN', now, policy);
}

export function mergedInto(
  incident: Incident,
  host: IncidentId,
  { now, actor, byRule }: { readonly now: Date; readonly actor: string; readonly byRule: boolean },
): Incident {
  const { firstResolvedAt } = incident;
  return { ...resolved(incident, { at: now, by: actor, byRule }), firstResolvedAt, mergedInto: host };
}

/** Again what it was before the merge: it was never over, so this is no reopening, and steps that have fired do not fire again. */
export function unmerged(incident: Incident, now: Date, policy: Policy): Incident {
  const status = incident.acknowledgedAt === null ? 'OPEN' : 'ACKNOWLEDGED';
  return back({ ...incident, mergedInto: null }, status, now, policy);
}

function reopened(incident: Incident, status: 'OPEN' | 'ACKNOWLEDGED', now: Date, policy: Policy): Incident {
  const counted = { ...incident, reopenCount: incident.reopenCount + 1, ...newEpisode(incident) };
  return back(counted, status, now, policy);
}

function newEpisode({ escalationEpisode }: Incident): Pick<Incident, 'escalationsFired' | 'escalationEpisode'> {
  return { escalationsFired: 0, escalationEpisode: escalationEpisode + 1 };
}

function back(incident: Incident, status: 'OPEN' | 'ACKNOWLEDGED', now: Date, policy: Policy): Incident {
  const after: Incident = {
    ...incident,
    status,
    resolvedAt: null,
    resolvedBy: null,
    resolvedByRule: null,
    memory: { ...incident.memory, activeAtMs: Math.max(incident.memory.activeAtMs, now.getTime()) },
    updatedAt: now,
  };
  return attended(waiting({ ...after, reviewAt: reviewAtAfter(after, policy) }, now, policy), now, policy);
}

/** The wait for the next step begins now. */
export function waiting(incident: Incident, now: Date, policy: Policy): Incident {
  return {
    ...incident,
    nextEscalationAt: nextEscalationAt(incident, policy, now),
    risk: riskOf(incident, policy, now).risk,
  };
}

/** Begins to wait for the next step when the severity has come to escalate, and stops when it no longer does. */
export function waitingBySeverity(incident: Incident, now: Date, policy: Policy): Incident {
  const next = nextEscalationAt(incident, policy, now);
  return next === null || incident.nextEscalationAt === null ? { ...incident, nextEscalationAt: next } : incident;
}
