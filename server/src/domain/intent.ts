import type { IncidentId } from './ids.ts';
import type { Severity } from './severity.ts';

interface OfIncident {
  readonly incidentId: IncidentId;
  /** The severity that it follows from. */
  readonly severity: Severity;
  readonly reason: string;
}

/** It is kept and nobody is told: the timeline that opened it is the log. */
export interface LogIntent extends OfIncident {
  readonly kind: 'log';
}

/** It is to be looked at on the board; its recommended action says so. */
export interface WatchIntent extends OfIncident {
  readonly kind: 'watch';
}

/** Somebody is to be told. */
export interface NotifyIntent extends OfIncident {
  readonly kind: 'notify';
  /** The name of a target in the policy. */
  readonly target: string;
}

/** It is for whoever the escalation's steps name, after their times or the first of them at once. */
export interface EscalateIntent extends OfIncident {
  readonly kind: 'escalate';
  readonly when: 'bySteps' | 'atOnce';
}

/** Something is to be run by a webhook, with the incident's data. */
export interface WebhookIntent extends OfIncident {
  readonly kind: 'webhook';
  /** The name of a webhook target in the policy. */
  readonly target: string;
}

/** It needs nobody. */
export interface ResolveIntent extends OfIncident {
  readonly kind: 'resolve';
}

/** Something to be done because of a decision. */
export type Intent = LogIntent | WatchIntent | NotifyIntent | EscalateIntent | WebhookIntent | ResolveIntent;

/** What leaves the server: it becomes a job in the transaction of the decision. */
export type OutgoingIntent = NotifyIntent | WebhookIntent;
