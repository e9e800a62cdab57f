import type { IncidentId, MaintenanceWindowId, SilenceId } from './ids.ts';
import type { Matcher } from './matcher.ts';
import type { Severity } from './severity.ts';
import type { Label } from './signal.ts';

/** Holds back the signals that match all of its matchers, between two moments. */
export interface Silence {
  readonly id: SilenceId;
  /** At least one; all must match. */
  readonly matchers: readonly Matcher[];
  /** In force from here, included. */
  readonly startsAt: Date;
  /** Until here, excluded. Expiring a silence brings it forward. */
  readonly endsAt: Date;
  readonly author: string;
  readonly comment: string;
  readonly createdAt: Date;
  /** Who ended it before its time; null when nobody did. */
  readonly expiredBy: string | null;
  /** How many signals it held back. */
  readonly suppressedCount: number;
}

/** When a maintenance window is open. */
export interface MaintenanceSchedule {
  /** The first opening, or where the rule begins to count. */
  readonly startsAt: Date;
  /** How long each opening lasts, in elapsed time. */
  readonly durationMinutes: number;
  /** RFC 5545's RRULE, for example `FREQ=WEEKLY;BYDAY=SU`; null when it opens once. */
  readonly rule: string | null;
  /** The IANA time zone in which the rule counts. */
  readonly timeZone: string;
}

/** Holds back the signals that match all of its matchers while it is open. */
export interface MaintenanceWindow extends MaintenanceSchedule {
  readonly id: MaintenanceWindowId;
  readonly name: string;
  readonly matchers: readonly Matcher[];
  /** When it closes for the last time; null when its rule never ends. Deleting a window brings it forward. */
  readonly endsAt: Date | null;
  readonly author: string;
  readonly comment: string | null;
  readonly createdAt: Date;
  readonly deletedBy: string | null;
  readonly suppressedCount: number;
}

export const suppressorKinds = ['SILENCE', 'MAINTENANCE', 'INHIBITION'] as const;
export type SuppressorKind = (typeof suppressorKinds)[number];

/** What held a signal back. */
export interface Suppressor {
  readonly kind: SuppressorKind;
  /** Of the silence or the maintenance window; the name of the policy's rule for an inhibition. */
  readonly id: string;
  /** In one sentence. */
  readonly reason: string;
}

/** An alert whose firing signals are held back: it is known and counted, and belongs to no incident. */
export interface SuppressedAlert {
  readonly dedupKey: string;
  readonly historical: boolean;
  readonly source: string;
  readonly service: string;
  readonly title: string;
  readonly url: string | null;
  readonly severity: Severity;
  readonly labels: readonly Label[];
  /** How many signals were held back since it began to fire. */
  readonly signalCount: number;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  /** When it no longer counts as firing unless it is heard again; null for never. */
  readonly staleAt: Date | null;
  /** What held back the last of them. */
  readonly suppressedBy: readonly Suppressor[];
}

/** An alert that fires, in an incident or held back: what may inhibit others. */
export interface FiringAlert {
  readonly dedupKey: string;
  readonly historical: boolean;
  readonly incidentId: IncidentId | null;
  readonly source: string;
  readonly service: string;
  readonly title: string;
  /** Of its incident, or of its own last decision when it has none. */
  readonly severity: Severity;
  readonly labels: readonly Label[];
}

/** Texts in characters. */
export const suppressionBounds = {
  comment: 1_000,
  name: 100,
  rule: 500,
  silenceDays: 366,
  /** Silences in force or to come; and maintenance windows that open again. Every batch of signals reads them all. */
  most: 1_000,
  maintenanceDays: 31,
} as const;
