import type { Incident } from '../domain/incident.ts';
import { vigilActor } from '../domain/timeline.ts';
import { notificationsFor } from './action.ts';
import { attended, cameBack, waiting } from './incidentMoves.ts';
import {
  commandEvent,
  invalid,
  type LifecycleCommand,
  type LifecycleResult,
  refusal,
  refusalWhenResolved,
  settled,
} from './lifecycleCommand.ts';
import { noConsequences, ruleEvent } from './outcome.ts';
import type { Policy } from './policy.ts';
import { transitionOf } from './transitions.ts';
import type { Consequences } from './verdict.ts';

/** As long as anybody can mean it. */
export const longestSnoozeDays = 30;

/**
 * Silences an incident's escalation and notifications until a moment; its status stays, and signals go on to join it. A later snooze
 * takes the place of an earlier one. Who acknowledges, takes the acknowledgement back or resolves ends it.
 */
export function snooze(
  incident: Incident,
  command: LifecycleCommand & { readonly until: Date },
  policy: Policy,
): LifecycleResult {
  const { until, now, actor } = command;
  const refused = refusalWhenResolved(incident);
  if (refused !== null) return refused;
  if (incident.historical) {
    return refusal(incident, 'WRONG_STATUS', 'was brought in from the past: nothing is sent about it anyway');
  }
  if (until <= now) return invalid('until', `until is ${until.toISOString()}; expected a moment in the future.`);
  if (until.getTime() - now.getTime() > longestSnoozeDays * 86_400_000) {
    return invalid('until', `until is ${until.toISOString()}; expected at most ${longestSnoozeDays} days from now.`);
  }
  if (incident.snoozedUntil?.getTime() === until.getTime()) return settled(incident);
  const message = `Snoozed until ${until.toISOString()} by ${actor}`;
  const firstSnoozedAt = incident.firstSnoozedAt ?? now;
  const event = commandEvent(incident, command, 'SNOOZED', 'lifecycle.snooze', message);
  const after = attended({ ...incident, firstSnoozedAt, snoozedUntil: until, nextEscalationAt: null }, now, policy);
  return { ok: true, incident: after, kind: 'UPDATED', events: [event] };
}

/** Ends a snooze before its time. The status stays: whoever does it is looking at it. Escalation waits anew. */
export function unsnooze(incident: Incident, command: LifecycleCommand, policy: Policy): LifecycleResult {
  const refused = refusalWhenResolved(incident);
  if (refused !== null) return refused;
  if (incident.snoozedUntil === null) return settled(incident);
  const message = `Snooze ended by ${command.actor}`;
  const event = commandEvent(incident, command, 'SNOOZE_ENDED', 'lifecycle.unsnooze', message);
  const after = waiting({ ...incident, snoozedUntil: null }, command.now, policy);
  return { ok: true, incident: attended(after, command.now, policy), kind: 'UPDATED', events: [event] };
}

/**
 * Brings an incident back whose snooze is over, as if it had just been opened: whatever its status was it is open, its steps begin anew,
 * and the policy's targets are told. Nothing when it is not due.
 */
export function endSnooze(incident: Incident, policy: Policy, now: Date): Consequences {
  if (incident.status === 'RESOLVED' || incident.snoozedUntil === null || incident.snoozedUntil > now) {
    return noConsequences;
  }
  const move = transitionOf(incident.status, 'snoozeEnded');
  const message = 'Its snooze is over';
  const ruleId = move.is === 'move' ? move.ruleId : 'lifecycle.snooze_ended';
  const after = cameBack(incident, now, policy);
  return {
    changed: [{ incident: after, kind: move.is === 'move' ? 'UNACKNOWLEDGED' : 'UPDATED' }],
    events: [ruleEvent(incident, 'SNOOZE_ENDED', now, ruleId, message)],
    escalations: [],
    intents: notificationsFor(after, policy, message),
  };
}

/**
 * Puts an acknowledged incident back to open after which nothing happened for the policy's time, so that it escalates again from the first
 * step. The acknowledgement did happen and stays in the MTTA. Nothing when it is not due.
 */
export function lapseAcknowledgement(incident: Incident, policy: Policy, now: Date): Consequences {
  const due = incident.acknowledgementLapsesAt;
  const move = transitionOf(incident.status, 'acknowledgementLapsed');
  if (due === null || due > now || move.is !== 'move') return noConsequences;
  const minutes = policy.lifecycle.acknowledgeTimeoutMinutes ?? null;
  if (minutes === null) {
    // The policy no longer asks for it.
    const after = { ...incident, acknowledgementLapsesAt: null };
    return { ...noConsequences, changed: [{ incident: after, kind: 'UPDATED' }] };
  }
  const message = `Open again: nothing followed the acknowledgement by ${incident.acknowledgedBy ?? vigilActor} for ${minutes} min`;
  const after = cameBack(incident, now, policy);
  return {
    changed: [{ incident: after, kind: 'UNACKNOWLEDGED' }],
    events: [ruleEvent(incident, 'UNACKNOWLEDGED', now, move.ruleId, message)],
    escalations: [],
    intents: notificationsFor(after, policy, message),
  };
}
