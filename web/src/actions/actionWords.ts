import type { IncidentStatus } from '../__generated__/operations.ts';
import type { ActionKind } from '../live/pendingAction.ts';

interface ActionWords {
  readonly done: string;
  /** After a count of incidents. */
  readonly verb: string;
  readonly failed: string;
  readonly undone: string;
}

export const actionWords = {
  ACKNOWLEDGE: { done: 'Acknowledged', verb: 'acknowledged', failed: 'was not acknowledged', undone: 'is open again' },
  UNACKNOWLEDGE: {
    done: 'Put back to open:',
    verb: 'put back to open',
    failed: 'was not put back to open',
    undone: 'is acknowledged again',
  },
  RESOLVE: { done: 'Resolved', verb: 'resolved', failed: 'was not resolved', undone: 'is no longer resolved' },
  REOPEN: { done: 'Reopened', verb: 'reopened', failed: 'was not reopened', undone: 'is resolved again' },
} as const satisfies Record<ActionKind, ActionWords>;

/** The action that takes another one back. */
export const reverseOf = {
  ACKNOWLEDGE: 'UNACKNOWLEDGE',
  UNACKNOWLEDGE: 'ACKNOWLEDGE',
  RESOLVE: 'REOPEN',
  REOPEN: 'RESOLVE',
} as const satisfies Record<ActionKind, ActionKind>;

/** Whether an action means anything for an incident of this status. */
export function canFollow(kind: ActionKind, status: IncidentStatus): boolean {
  switch (kind) {
    case 'ACKNOWLEDGE':
      return status === 'OPEN';
    case 'UNACKNOWLEDGE':
      return status === 'ACKNOWLEDGED';
    case 'RESOLVE':
      return status !== 'RESOLVED';
    case 'REOPEN':
      return status === 'RESOLVED';
  }
}
