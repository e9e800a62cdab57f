import type { IncidentId } from './ids.ts';
import type { Severity } from './severity.ts';

export const notificationKinds = ['NOTIFICATION', 'ACTION'] as const;
/** Somebody is told, or something is run. */
export type NotificationKind = (typeof notificationKinds)[number];

export const notificationStatuses = ['PENDING', 'HELD', 'DELIVERED', 'FAILED', 'WITHDRAWN'] as const;
/** `HELD` waits for its target's rate; `WITHDRAWN` needed no telling any more. */
export type NotificationStatus = (typeof notificationStatuses)[number];

/** What was decided to be sent of an incident. */
export interface NewNotification {
  readonly id: string;
  readonly incidentId: IncidentId;
  /** The target's name in the policy. */
  readonly target: string;
  readonly kind: NotificationKind;
  readonly severity: Severity;
  readonly reason: string;
}

/** One attempt to send a message; where it ended with its server there is none. */
export interface NotificationAttempt {
  /** From 1. */
  readonly number: number;
  /** When its outcome was written. */
  readonly at: Date;
  readonly delivered: boolean;
  /** The channel and what it said, without the target's secrets. */
  readonly detail: string;
}

export interface Notification extends NewNotification {
  readonly status: NotificationStatus;
  readonly createdAt: Date;
  /** When it was delivered, failed for good or was withdrawn; null until then. */
  readonly settledAt: Date | null;
  /** Null unless an attempt has failed and another one follows. */
  readonly nextAttemptAt: Date | null;
  /** Those of the message that tells of it, oldest first. */
  readonly attempts: readonly NotificationAttempt[];
}
