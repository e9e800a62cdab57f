import type { Decision } from './decision.ts';
import type { IncidentId } from './ids.ts';
import { mostSevere, type Severity } from './severity.ts';
import type { Label } from './signal.ts';

export const incidentStatuses = ['OPEN', 'ACKNOWLEDGED', 'RESOLVED'] as const;
export type IncidentStatus = (typeof incidentStatuses)[number];

/** What the engines remember about an incident between two signals. */
export interface IncidentMemory {
  /** Since when every score lay under the severity's cut less the hysteresis; ms since the epoch. */
  readonly belowSinceMs: number | null;
  /** Moving averages of the load, fast and slow, and when they were last brought up to date. */
  readonly loadFast: number;
  readonly loadSlow: number;
  readonly loadAtMs: number;
  /** Decayed counts of signals over 60 s and 30 min, as rates per second. */
  readonly ratePerSecondFast: number;
  readonly ratePerSecondSlow: number;
  /** When it last took a signal worth more than a log line, or was reopened; ms since the epoch. Quietness counts from here. */
  readonly activeAtMs: number;
  /** Whether a sender that names its alerts by key has one in it: such a sender is trusted to resolve what it fired. */
  readonly keyed: boolean;
  /** The dedup key of the alert that holds the severity up: only its low readings can lower it. Null when that alert was resolved. */
  readonly heldBy: string | null;
  /** Whether an alert of it flaps: then it stays open for a while after its last alert was resolved. Not there in older rows. */
  readonly flapping?: boolean;
  /** Decayed count of its alerts' changes between firing and resolved, as of `loadAtMs`. */
  readonly stateChanges: number;
}

/** Alerts that the policy groups together, with one lifecycle. */
export interface Incident {
  readonly id: IncidentId;
  /** A short number for people; 0 until the incident is stored for the first time. */
  readonly number: number;
  readonly title: string;
  readonly service: string;
  /** Of the signal that opened it; a systemic incident's is `vigil`. */
  readonly source: string;
  readonly severity: Severity;
  /** The most severe that it ever was, by a person's override too. */
  readonly highestSeverity: Severity;
  readonly status: IncidentStatus;
  readonly stress: number;
  /** The risk that it must be escalated, 0 to 1. */
  readonly risk: number;
  readonly signalCount: number;
  readonly firingAlertCount: number;
  /** The decision that gave it its severity, or would have but for a person's override. */
  readonly decision: Decision;
  readonly openedAt: Date;
  /** The first explicit acknowledgement that was not taken back; what MTTA counts. */
  readonly firstAcknowledgedAt: Date | null;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedBy: string | null;
  /** The first end, of which a reopening takes nothing away. A merge is none, nor is what a person does to one of the past. */
  readonly firstResolvedAt: Date | null;
  /** The last end, while it is resolved. */
  readonly resolvedAt: Date | null;
  readonly resolvedBy: string | null;
  /** Whether a rule and not a person resolved it; null while it is not resolved. */
  readonly resolvedByRule: boolean | null;
  readonly reopenCount: number;
  readonly lastSignalAt: Date;
  /** When it last became CRITICAL; what the systemic rule counts. */
  readonly criticalAt: Date | null;
  /** When the next escalation step is due; null when none is. */
  readonly nextEscalationAt: Date | null;
  /** When a step, or the systemic rule, escalated it first; never taken back. */
  readonly firstEscalatedAt: Date | null;
  /** How many times the policy's steps have fired in this episode, repeats included. */
  readonly escalationsFired: number;
  /** Rises whenever the steps begin anew: with a reopening, an acknowledgement that lapsed, and the end of a snooze. */
  readonly escalationEpisode: number;
  /** When an acknowledgement that nothing follows lapses; null when it does not. */
  readonly acknowledgementLapsesAt: Date | null;
  /** When a person snoozed it first; never taken back. */
  readonly firstSnoozedAt: Date | null;
  /** Until when it neither escalates nor notifies; null when it is not snoozed. */
  readonly snoozedUntil: Date | null;
  /** Whose it is, by name. */
  readonly assignee: string | null;
  /** The severity that a person gave it, until that is lifted. What the engines think meanwhile is the decision's severity. */
  readonly overriddenSeverity: Severity | null;
  readonly overriddenBy: string | null;
  readonly overrideReason: string | null;
  /** The incident that it was merged into; such a one is resolved, and its alerts and later signals are the other one's. */
  readonly mergedInto: IncidentId | null;
  /** The systemic incident that it counts towards, and the last one when there were several; null when it does to none. */
  readonly parentId: IncidentId | null;
  /** When to look whether it has gone quiet; null when the policy never resolves quiet incidents. */
  readonly reviewAt: Date | null;
  readonly updatedAt: Date;
  readonly historical: boolean;
  readonly policyVersion: number;
  /** What its alerts have in common to be one incident; null when every signal is its own incident. */
  readonly groupKey: string | null;
  /** The labels of its first signal. */
  readonly labels: readonly Label[];
  readonly memory: IncidentMemory;
}

/** An incident's severity from now on, which may be higher than any before. Whoever changes the severity changes it by this. */
export function withSeverity(
  { highestSeverity }: Pick<Incident, 'highestSeverity'>,
  severity: Severity,
): Pick<Incident, 'severity' | 'highestSeverity'> {
  return { severity, highestSeverity: mostSevere(highestSeverity, severity) };
}
