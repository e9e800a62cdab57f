import type { ChangeKind, IncidentStatus, LiveIncidentFragment, Severity } from '../__generated__/operations.ts';
import { type Activity, unwatched } from './activity.ts';

/** An incident as the board shows it. Times are RFC 3339 in UTC with milliseconds: they compare as text. */
export interface LiveIncident {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly service: string;
  readonly severity: Severity;
  readonly status: IncidentStatus;
  /** 0 to 100. */
  readonly stress: number;
  readonly risk: number;
  readonly signalCount: number;
  readonly openedAt: string;
  readonly firstAcknowledgedAt: string | null;
  readonly acknowledgedAt: string | null;
  readonly acknowledgedBy: string | null;
  readonly resolvedAt: string | null;
  readonly resolvedBy: string | null;
  readonly updatedAt: string;
  readonly nextEscalationAt: string | null;
  readonly snoozedUntil: string | null;
  readonly assignee: string | null;
  readonly historical: boolean;
  /** The systemic incident that it counts towards. */
  readonly parentId: string | null;
  /** What made its severity, in words. */
  readonly topFactor: string;
  /** How its signals came, as far as this browser has watched. */
  readonly activity: Activity;
  /** The change that brought it here, when one did and it is worth a look. */
  readonly mark: Mark | null;
}

/** A change that the eye should find. */
export interface Mark {
  readonly kind: MarkedKind;
  readonly cursor: string;
  /** When this browser applied it, in milliseconds since 1970. */
  readonly seenAtMs: number;
}

export type MarkedKind = Exclude<ChangeKind, 'UPDATED'>;

/** One change of the feed. */
export interface LiveChange {
  readonly cursor: string;
  readonly kind: ChangeKind;
  readonly incident: LiveIncidentFragment;
}

/** Keeps the words of the largest factor and drops the rest: thousands of incidents stay in memory. */
export function toLiveIncident(
  fragment: LiveIncidentFragment,
  mark: Mark | null,
  activity: Activity = unwatched,
): LiveIncident {
  const { decision, parent, ...incident } = fragment;
  const top = decision.factors[0];
  return { ...incident, parentId: parent?.id ?? null, topFactor: top?.note ?? decision.reason, activity, mark };
}
