import type { IncidentPatch } from './history.ts';
import type { IncidentId, TokenId } from './ids.ts';

export const timelineKinds = [
  'OPENED',
  'ALERT_JOINED',
  'ALERT_RESOLVED',
  'SEVERITY_RAISED',
  'SEVERITY_LOWERED',
  'ACKNOWLEDGED',
  'UNACKNOWLEDGED',
  'RESOLVED',
  'REOPENED',
  'ESCALATED',
  'NOTIFIED',
  'NOTIFICATION_FAILED',
  'NOTE_ADDED',
  'SNOOZED',
  'SNOOZE_ENDED',
  'ASSIGNED',
  'SEVERITY_OVERRIDDEN',
  'SEVERITY_OVERRIDE_LIFTED',
  'MERGED',
  'UNMERGED',
  'TOOK_IN',
  'GAVE_BACK',
  'CHILD_JOINED',
  'JOINED_PARENT',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** An event that an engine or a person made happen, before it is stored. */
export interface NewTimelineEvent {
  readonly incidentId: IncidentId;
  readonly kind: TimelineKind;
  readonly at: Date;
  /** A token's name, or `vigil` for a rule. */
  readonly actor: string;
  /** For example `lifecycle.acknowledge`. */
  readonly ruleId: string;
  readonly message: string;
  readonly note: string | null;
  /** The token that it was done with; none for a rule. */
  readonly tokenId?: TokenId | null;
  /** The notification whose end it tells. */
  readonly notificationId?: string | null;
  /** What it changed of the incident; `withPatches` adds it. */
  readonly patch?: IncidentPatch;
}

export interface TimelineEvent extends NewTimelineEvent {
  /** Ascending in the order of commits within an incident. */
  readonly id: string;
  readonly tokenId: TokenId | null;
  readonly notificationId: string | null;
}

/** The actor of everything that a rule does. */
export const vigilActor = 'vigil';
