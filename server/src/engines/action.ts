import type { Incident } from '../domain/incident.ts';
import type { Intent } from '../domain/intent.ts';
import type { Severity } from '../domain/severity.ts';
import type { Policy } from './policy.ts';

/** What to do about something of this severity, in the policy's words. */
export function recommendedAction(severity: Severity, policy: Policy): string {
  return policy.actions[severity];
}

/** What to do about an incident: a person's severity has an action of its own, else the decision says it. */
export function actionFor({ severity, overriddenSeverity, decision }: Incident, policy: Policy): string {
  return overriddenSeverity === null ? decision.recommendedAction : recommendedAction(severity, policy);
}

/** What must be sent to these targets of the policy; nothing for a historical incident. A target that is named twice is told once. */
export function intentsFor(incident: Incident, targets: readonly string[], reason: string): Intent[] {
  if (incident.historical) return [];
  const { id: incidentId, severity } = incident;
  return Array.from(new Set(targets), (target) => ({ kind: 'notify', incidentId, target, severity, reason }));
}

/** What must be sent because an incident was opened, came back or became more severe; nothing while it is snoozed. */
export function notificationsFor(incident: Incident, policy: Policy, reason: string): Intent[] {
  if (incident.snoozedUntil !== null || !policy.notify.severities.includes(incident.severity)) return [];
  return intentsFor(incident, policy.notify.targets, reason);
}
