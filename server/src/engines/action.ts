import type { Incident } from '../domain/incident.ts';
import type { Intent, NotifyIntent, OutgoingIntent } from '../domain/intent.ts';
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

/**
 * Everything that follows because an incident was opened, came back or became more severe, as the policy has it for its severity: log or
 * notify, then watch, webhooks, escalate and resolve. Nothing for a historical incident, and nothing while one is snoozed.
 */
export function intentsOf(incident: Incident, policy: Policy, reason: string): Intent[] {
  if (incident.historical || incident.snoozedUntil !== null) return [];
  const { id: incidentId, severity } = incident;
  const { watch, webhooks, escalate, resolve } = policy.responses[severity];
  const { notify, escalation } = policy;
  const of = { incidentId, severity, reason };
  const told = notify.severities.includes(severity) ? intentsFor(incident, notify.targets, reason) : [];
  const intents: Intent[] = told.length > 0 ? [...told] : [{ kind: 'log', ...of }];
  if (watch) intents.push({ kind: 'watch', ...of });
  for (const target of new Set(webhooks)) intents.push({ kind: 'webhook', ...of, target });
  if (escalation.severities.includes(severity)) intents.push({ kind: 'escalate', ...of, when: escalate });
  if (resolve) intents.push({ kind: 'resolve', ...of });
  return intents;
}

/** What must be sent to these targets of the policy; nothing for a historical incident. A target that is named twice is told once. */
export function intentsFor(incident: Incident, targets: readonly string[], reason: string): NotifyIntent[] {
  if (incident.historical) return [];
  const { id: incidentId, severity } = incident;
  return Array.from(new Set(targets), (target) => ({ kind: 'notify', incidentId, target, severity, reason }));
}

/** What must be sent because an incident was opened, came back or became more severe; nothing while it is snoozed. */
export function notificationsFor(incident: Incident, policy: Policy, reason: string): OutgoingIntent[] {
  return intentsOf(incident, policy, reason).filter(isOutgoing);
}

function isOutgoing(intent: Intent): intent is OutgoingIntent {
  switch (intent.kind) {
    case 'notify':
    case 'webhook':
      return true;
    case 'log':
    case 'watch':
    case 'escalate':
    case 'resolve':
      return false;
  }
}
