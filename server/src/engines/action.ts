import type { Incident } from '../domain/incident.ts';
import type { Intent } from '../domain/intent.ts';
import type { Severity } from '../domain/severity.ts';
import type { Policy } from './policy.ts';

/** What to do about something of this severity, in the policy's words. */
export function recommendedAction(severity: Severity, policy: Policy): string {
  return policy.actions[severity];
}

/** What must be sent to these targets of the policy; nothing for a historical incident. A target that is named twice is told once. */
export function intentsFor(incident: Incident, targets: readonly string[], reason: string): Intent[] {
  if (incident.historical) return [];
  const { id: incidentId, severity } = incident;
  return Array.from(new Set(targets), (target) => ({ kind: 'notify', incidentId, target, severity, reason }));
}

/** What must be sent because an incident was opened, reopened or became more severe. */
export function notificationsFor(incident: Incident, policy: Policy, reason: string): Intent[] {
  if (!policy.notify.severities.includes(incident.severity)) return [];
  return intentsFor(incident, policy.notify.targets, reason);
}
