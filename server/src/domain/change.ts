import type { Incident } from './incident.ts';

/** Ordered by weight: when a transaction does several, the last of this list names the change. */
export const changeKinds = [
  'UPDATED',
  'SEVERITY_CHANGED',
  'UNACKNOWLEDGED',
  'ACKNOWLEDGED',
  'ESCALATED',
  'REOPENED',
  'RESOLVED',
  'OPENED',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One committed change of one incident. */
export interface Change {
  /** Position in the feed: ascending in commit order, without gaps. */
  readonly position: number;
  readonly kind: ChangeKind;
  readonly at: Date;
  /** What a filter needs to know of the incident before the change; null when it was opened by it. */
  readonly previous: Pick<Incident, 'status' | 'severity'> | null;
  /** The incident as it stood after the change. */
  readonly incident: Incident;
}

export function heavierKind(a: ChangeKind, b: ChangeKind): ChangeKind {
  return changeKinds.indexOf(a) >= changeKinds.indexOf(b) ? a : b;
}
