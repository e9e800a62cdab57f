import type { Escalation } from '../domain/escalation.ts';
import type { EscalationId, NewId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import { type NewTimelineEvent, vigilActor } from '../domain/timeline.ts';
import { intentsFor } from './action.ts';
import { type Firing, firingsOf } from './escalationSchedule.ts';
import { noConsequences } from './outcome.ts';
import type { Policy } from './policy.ts';
import { type RiskFactor, riskOf } from './risk.ts';
import { isSystemic } from './systemicGroup.ts';
import type { Consequences } from './verdict.ts';

/**
 * When an incident's next step is due if its wait begins at `from`: when it was opened, reopened, put back to open, or rose to a severity
 * that escalates. Null when it does not escalate, is in somebody's hands or snoozed, or every step has fired; and for a systemic incident,
 * whose children escalate by themselves.
 */
export function nextEscalationAt(
  incident: Pick<Incident, 'status' | 'severity' | 'escalationsFired' | 'snoozedUntil'> &
    Partial<Pick<Incident, 'groupKey'>>,
  policy: Policy,
  from: Date,
): Date | null {
  if (incident.status !== 'OPEN' || incident.snoozedUntil !== null) return null;
  if (!policy.escalation.severities.includes(incident.severity) || isSystemic(incident)) return null;
  const firings = firingsOf(policy);
  const next = firings[incident.escalationsFired];
  if (next === undefined) return null;
  const earlier = firings[incident.escalationsFired - 1]?.afterMinutes ?? 0;
  return new Date(from.getTime() + (next.afterMinutes - earlier) * 60_000);
}

/**
 * Fires every step whose time has come while the incident is open, in order and each once. `incident` comes back with its next due time,
 * also when nothing fired because somebody has it in hand by now. A live step fires now, a historical one when it would have been due.
 */
export function escalateDue(
  incident: Incident,
  policy: Policy,
  policyVersion: number,
  now: Date,
  newId: NewId,
): Consequences {
  let due = incident.nextEscalationAt;
  if (due === null || due > now) return noConsequences;
  const firings = firingsOf(policy);
  const fired: Escalation[] = [];
  let after: Incident = { ...incident, risk: riskOf(incident, policy, now).risk };
  while (due !== null && due <= now) {
    const firing: Firing | undefined = firings[after.escalationsFired];
    // Asked again each time: the policy in force may have changed since the due time was set.
    if (firing === undefined || nextEscalationAt(after, policy, due) === null) break;
    const at = incident.historical ? due : now;
    fired.push(
      escalationOf(after, firing, 'time', `Not acknowledged after ${minutesText(firing)}`, at, policyVersion, newId),
    );
    after = { ...after, escalationsFired: after.escalationsFired + 1 };
    due = nextEscalationAt(after, policy, due);
  }
  if (due !== null && due <= now) due = null;
  return consequencesOf({ ...after, nextEscalationAt: due, updatedAt: now }, fired, 'escalation.time');
}

/**
 * Fires the next step before its time when the incident's risk has crossed the policy's threshold since `riskBefore`.
 * The escalation names the factor that weighs most, or the one that alone can have grown.
 */
export function escalateAtRisk(
  incident: Incident,
  riskBefore: number,
  policy: Policy,
  policyVersion: number,
  now: Date,
  newId: NewId,
  grown: RiskFactor['name'] | null = null,
): Consequences {
  const threshold = policy.risk.escalateAt;
  if (threshold === null || riskBefore >= threshold || incident.nextEscalationAt === null) return noConsequences;
  const { risk, factors } = riskOf(incident, policy, now);
  const firing = firingsOf(policy)[incident.escalationsFired];
  if (risk < threshold || firing === undefined || incident.status !== 'OPEN') return noConsequences;
  const most = factors[0]?.name ?? 'time';
  const crossing = grown === null ? `most of it ${most}` : `by ${grown}; most of it ${most}`;
  const reason = `Risk ${risk.toFixed(2)} reached ${threshold} (${crossing})`;
  const factor = grown ?? most;
  const fired = escalationOf(incident, firing, factor, reason, now, policyVersion, newId);
  const after = { ...incident, risk, escalationsFired: incident.escalationsFired + 1, updatedAt: now };
  return consequencesOf(
    { ...after, nextEscalationAt: nextEscalationAt(after, policy, now) },
    [fired],
    'escalation.risk',
  );
}

/**
 * The same for the clock: time alone raises the risk of what nobody acknowledges, also while no signal comes. Looks at nothing but what
 * still waits for a step; a risk that was over the threshold already does not cross it again.
 */
export function escalateAtAge(
  incident: Incident,
  policy: Policy,
  policyVersion: number,
  now: Date,
  newId: NewId,
): Consequences {
  return escalateAtRisk(incident, incident.risk, policy, policyVersion, now, newId, 'time');
}

/** Fires the first step before its time, where the policy escalates a severity at once. Nothing when a step has fired or none is to come. */
export function escalateAtOnce(
  incident: Incident,
  policy: Policy,
  policyVersion: number,
  now: Date,
  newId: NewId,
): Consequences {
  const firing = firingsOf(policy)[0];
  if (firing === undefined || incident.escalationsFired > 0 || incident.nextEscalationAt === null) {
    return noConsequences;
  }
  const reason = `${incident.severity} escalates at once`;
  const fired = escalationOf(incident, firing, 'severity', reason, now, policyVersion, newId);
  const after = { ...incident, escalationsFired: 1, updatedAt: now };
  const nextAt = nextEscalationAt(after, policy, now);
  return consequencesOf({ ...after, nextEscalationAt: nextAt }, [fired], 'escalation.at_once');
}

export interface SystemicCase {
  readonly policy: Policy;
  readonly policyVersion: number;
  /** When other incidents became CRITICAL, in any order. */
  readonly earlierCriticalAts: readonly Date[];
  /** The incident that became CRITICAL at `at`. */
  readonly incident: Incident;
  readonly at: Date;
  readonly newId: NewId;
}

/**
 * Fires when this CRITICAL makes as many within the rule's time as the rule asks for. It fires as the count is reached, not for each one
 * more, and again once the count has been below in between. Leaves the incident's own steps alone.
 */
export function systemicEscalation(systemic: SystemicCase): Consequences {
  const { policy, policyVersion, earlierCriticalAts, incident, at, newId } = systemic;
  const rule = policy.escalation.systemic;
  const count = 1 + countWithin(earlierCriticalAts, rule.minutes, at);
  if (count !== rule.critical) return noConsequences;
  const firing: Firing = { step: 0, repeat: 0, afterMinutes: 0, targets: rule.targets };
  const reason = `${count} CRITICAL within ${rule.minutes} min`;
  const fired = escalationOf(incident, firing, 'systemic', reason, at, policyVersion, newId);
  return consequencesOf(incident, [fired], 'escalation.systemic');
}

export interface SystemicState {
  readonly active: boolean;
  readonly recentCritical: number;
  readonly message: string;
}

/** Whether the systemic rule holds now, given when incidents became CRITICAL. */
export function systemStatusOf(criticalAts: readonly Date[], policy: Policy, now: Date): SystemicState {
  const { critical, minutes } = policy.escalation.systemic;
  const recentCritical = countWithin(criticalAts, minutes, now);
  const active = recentCritical >= critical;
  return {
    active,
    recentCritical,
    message: active ? `Escalation active: ${recentCritical} CRITICAL in ${minutes} min` : 'Stable',
  };
}

/** Both ends of the window count, as in the earlier system. */
export function countWithin(times: readonly Date[], minutes: number, until: Date): number {
  const toMs = until.getTime();
  const fromMs = toMs - minutes * 60_000;
  return times.filter((time) => time.getTime() >= fromMs && time.getTime() <= toMs).length;
}

function escalationOf(
  incident: Incident,
  { step, repeat, targets }: Firing,
  factor: string,
  reason: string,
  at: Date,
  policyVersion: number,
  newId: NewId,
): Escalation {
  const { id: incidentId, escalationEpisode: episode } = incident;
  return { id: newId<EscalationId>(), incidentId, policyVersion, episode, step, repeat, factor, reason, targets, at };
}

function consequencesOf(incident: Incident, escalations: readonly Escalation[], ruleId: string): Consequences {
  const fired = escalations.length > 0;
  const firstEscalatedAt = incident.firstEscalatedAt ?? escalations[0]?.at ?? null;
  return {
    changed: [{ incident: { ...incident, firstEscalatedAt }, kind: fired ? 'ESCALATED' : 'UPDATED' }],
    // Several may fire at different times: each says how many had fired after it.
    events: escalations.map((escalation, place) => ({
      ...eventOf(escalation, ruleId),
      patch: { firstEscalatedAt, escalationsFired: incident.escalationsFired - escalations.length + place + 1 },
    })),
    escalations,
    intents: escalations.flatMap(({ targets, reason }) => intentsFor(incident, targets, reason)),
  };
}

function eventOf({ incidentId, step, reason, targets, at }: Escalation, ruleId: string): NewTimelineEvent {
  const what = step === 0 ? 'Systemic escalation' : `Escalation step ${step}`;
  const message = `${what}: ${reason}${targets.length > 0 ? `; told ${targets.join(', ')}` : ''}`;
  return { incidentId, kind: 'ESCALATED', at, actor: vigilActor, ruleId, message, note: null };
}

function minutesText({ afterMinutes, repeat }: Firing): string {
  return `${afterMinutes} min${repeat > 0 ? `, repeat ${repeat}` : ''}`;
}
