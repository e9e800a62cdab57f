import { type Incident, withSeverity } from '../domain/incident.ts';
import { compareSeverity, type Severity } from '../domain/severity.ts';
import { notificationsFor } from './action.ts';
import { attended, waitingBySeverity } from './incidentMoves.ts';
import {
  commandEvent,
  invalid,
  type LifecycleCommand,
  type LifecycleResult,
  refusalWhenResolved,
  settled,
} from './lifecycleCommand.ts';
import type { Policy } from './policy.ts';

/** The severity that the engines give it, whatever a person says. */
export function engineSeverityOf(incident: Incident): Severity {
  return incident.overriddenSeverity === null ? incident.severity : incident.decision.severity;
}

/**
 * A person's severity wins over the engines' until it is lifted, through resolve and reopen too. It escalates and is told as any other;
 * only the systemic rule goes by what the engines make CRITICAL. The same severity for the same reason again changes nothing.
 */
export function overrideSeverity(
  incident: Incident,
  command: LifecycleCommand & { readonly severity: Severity },
  policy: Policy,
): LifecycleResult {
  const { severity, actor, note: reason } = command;
  const refused = refusalWhenResolved(incident);
  if (refused !== null) return refused;
  if (reason === null) return invalid('reason', 'The reason is empty; expected 1 to 5,000 characters.');
  if (incident.overriddenSeverity === severity && incident.overrideReason === reason) return settled(incident);
  const message = `Severity set from ${incident.severity} to ${severity} by ${actor}`;
  const event = commandEvent(incident, command, 'SEVERITY_OVERRIDDEN', 'lifecycle.override', message);
  const override = { overriddenSeverity: severity, overriddenBy: actor, overrideReason: reason };
  return changed(incident, { ...incident, ...override, ...withSeverity(incident, severity) }, command, policy, event);
}

/** Gives an incident back the severity that the engines have come to meanwhile. */
export function liftOverride(incident: Incident, command: LifecycleCommand, policy: Policy): LifecycleResult {
  const refused = refusalWhenResolved(incident);
  if (refused !== null) return refused;
  if (incident.overriddenSeverity === null) return settled(incident);
  const severity = engineSeverityOf(incident);
  const message = `Override of ${incident.overriddenSeverity} lifted by ${command.actor}: ${severity} again`;
  const event = commandEvent(incident, command, 'SEVERITY_OVERRIDE_LIFTED', 'lifecycle.lift_override', message);
  const none = { overriddenSeverity: null, overriddenBy: null, overrideReason: null };
  return changed(incident, { ...incident, ...none, ...withSeverity(incident, severity) }, command, policy, event);
}

function changed(
  before: Incident,
  after: Incident,
  { now }: LifecycleCommand,
  policy: Policy,
  event: ReturnType<typeof commandEvent>,
): LifecycleResult {
  const moved = compareSeverity(after.severity, before.severity);
  const incident = attended(moved === 0 ? after : waitingBySeverity(after, now, policy), now, policy);
  return {
    ok: true,
    incident,
    kind: moved === 0 ? 'UPDATED' : 'SEVERITY_CHANGED',
    events: [event],
    intents: moved > 0 ? notificationsFor(incident, policy, event.message) : [],
  };
}
