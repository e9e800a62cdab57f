import type { IncidentStatus } from '../__generated__/operations.ts';
import type { LiveIncident } from './liveIncident.ts';

export type ActionKind = 'ACKNOWLEDGE' | 'UNACKNOWLEDGE' | 'RESOLVE' | 'REOPEN';

/** What a person asked for and the feed has not shown yet. */
export interface PendingAction {
  readonly id: string;
  readonly kind: ActionKind;
  /** The status that it leads to. */
  readonly status: IncidentStatus;
  readonly by: string;
  readonly at: string;
  /** When the server agreed, in milliseconds since 1970; null while it has not answered. */
  readonly confirmedAtMs: number | null;
}

export type PendingActions = ReadonlyMap<string, PendingAction>;
export type ShownIncident = LiveIncident & { readonly pending?: PendingAction };

/** After the server agreed, the feed has this long to bring the change itself. */
const confirmedForMs = 5_000;

/** The incident as the person expects it. */
export function withPending(incident: LiveIncident, pending: PendingAction | undefined): ShownIncident {
  if (pending === undefined || pending.status === incident.status) return incident;
  const shown = { ...incident, status: pending.status, pending };
  switch (pending.kind) {
    case 'ACKNOWLEDGE':
      return { ...shown, acknowledgedBy: pending.by, acknowledgedAt: pending.at };
    case 'UNACKNOWLEDGE':
      return { ...shown, acknowledgedBy: null, acknowledgedAt: null };
    case 'RESOLVE':
      return { ...shown, resolvedBy: pending.by, resolvedAt: pending.at };
    case 'REOPEN':
      return { ...shown, resolvedBy: null, resolvedAt: null };
  }
}

/** Forgets what the feed has shown, or has had time enough to show. The same map when nothing is forgotten. */
export function settle(
  pending: PendingActions,
  incidents: ReadonlyMap<string, LiveIncident>,
  nowMs: number,
): PendingActions {
  const open = [...pending.values()].filter((action) => {
    if (action.confirmedAtMs === null) return true;
    if (incidents.get(action.id)?.status === action.status) return false;
    return nowMs - action.confirmedAtMs < confirmedForMs;
  });
  return open.length === pending.size ? pending : new Map(open.map((action) => [action.id, action]));
}
