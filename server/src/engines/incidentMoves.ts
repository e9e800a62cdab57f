import type { Incident } from '../domain/incident.ts';
import { nextEscalationAt } from './escalation.ts';
import type { Policy } from './policy.ts';
import { reviewAtAfter } from './quiet.ts';
import { riskOf } from './risk.ts';

/** Times as dates and actors as names; each move presumes that the table of transitions allows it. */

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
    updatedAt: now,
  };
  return { ...after, risk: riskOf(after, policy, now).risk };
}

/** The wait for the next step begins anew; steps that have fired do not fire again. */
export function unacknowledged(incident: Incident, now: Date, policy: Policy): Incident {
  const wasFirst = incident.firstAcknowledgedAt?.getTime() === incident.acknowledgedAt?.getTime();
  const taken = { ...incident, firstAcknowledgedAt: wasFirst ? null : incident.firstAcknowledgedAt };
  return putBackToOpen(taken, now, policy);
}

/** Back to open though the acknowledgement happened and counts: a rule did it, nobody took it back. */
export function putBackToOpen(incident: Incident, now: Date, policy: Policy): Incident {
  const after: Incident = { ...incident, status: 'OPEN', acknowledgedAt: null, acknowledgedBy: null, updatedAt: now };
  return waiting(after, now, policy);
}

export function resolved(
  incident: Incident,
  { at, by, byRule }: { readonly at: Date; readonly by: string; readonly byRule: boolean },
): Incident {
  return {
    ...incident,
    status: 'RESOLVED',
    risk: 0,
    resolvedAt: at,
    resolvedBy: by,
    resolvedByRule: byRule,
    nextEscalationAt: null,
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

function reopened(incident: Incident, status: 'OPEN' | 'ACKNOWLEDGED', now: Date, policy: Policy): Incident {
  const after: Incident = {
    ...incident,
    status,
    resolvedAt: null,
    resolvedBy: null,
    resolvedByRule: null,
    reopenCount: incident.reopenCount + 1,
    escalationsFired: 0,
    memory: { ...incident.memory, activeAtMs: Math.max(incident.memory.activeAtMs, now.getTime()) },
    updatedAt: now,
  };
  return waiting({ ...after, reviewAt: reviewAtAfter(after, policy) }, now, policy);
}

function waiting(incident: Incident, now: Date, policy: Policy): Incident {
  return {
    ...incident,
    nextEscalationAt: nextEscalationAt(incident, policy, now),
    risk: riskOf(incident, policy, now).risk,
  };
}
