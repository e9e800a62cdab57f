import type { ApolloClient } from '@apollo/client';
import { toast } from 'sonner';
import type { IncidentStatus } from '../__generated__/operations.ts';
import type { LiveStore } from '../live/liveStore.ts';
import type { ActionKind } from '../live/pendingAction.ts';
import type { ActionTarget } from './actionTarget.ts';
import { actionWords, canFollow, reverseOf } from './actionWords.ts';
import { sendAction } from './sendAction.ts';
import { newestUndoable, pushUndoable, type UndoStack, undoForMs, withoutIncident } from './undoStack.ts';

export interface IncidentActions {
  readonly perform: (kind: ActionKind, target: ActionTarget) => void;
  /** Takes back the newest action of the last 10 s; false when there is none. */
  readonly undoNewest: () => boolean;
}

const toastForMs = 4_000;

interface ActionContext {
  readonly client: ApolloClient;
  readonly live: LiveStore;
  readonly viewerName: string;
}

/** The status that an action leads to. A reopened incident is again what it was before it was resolved. */
function statusAfter(kind: ActionKind, target: ActionTarget): IncidentStatus {
  switch (kind) {
    case 'ACKNOWLEDGE':
      return 'ACKNOWLEDGED';
    case 'UNACKNOWLEDGE':
      return 'OPEN';
    case 'RESOLVE':
      return 'RESOLVED';
    case 'REOPEN':
      return target.acknowledgedAt === null ? 'OPEN' : 'ACKNOWLEDGED';
  }
}

/** Actions that show at once, are taken back with the server's words when they fail, and can be undone for 10 s. */
export function createIncidentActions({ client, live, viewerName }: ActionContext): IncidentActions {
  let undoable: UndoStack = [];

  async function run(kind: ActionKind, target: ActionTarget, isUndo: boolean): Promise<void> {
    const inFlight = live.getState().pending.get(target.id);
    if ((inFlight && inFlight.confirmedAtMs === null) || !canFollow(kind, target.status)) return;
    const action = {
      id: target.id,
      kind,
      status: statusAfter(kind, target),
      by: viewerName,
      at: new Date().toISOString(),
      confirmedAtMs: null,
    };
    undoable = withoutIncident(undoable, target.id);
    live.dispatch({ type: 'actionBegun', action });
    try {
      const { incident, userErrors } = await sendAction(client, action);
      const refusal = userErrors[0];
      if (refusal) throw new Error(refusal.message);
      live.dispatch({ type: 'actionConfirmed', id: target.id, nowMs: Date.now() });
      if (isUndo) {
        // The same toast, without its button.
        const rest = { id: target.id, action: undefined, duration: toastForMs };
        toast(`#${target.number} ${actionWords[reverseOf[kind]].undone}`, rest);
      } else if (kind === 'ACKNOWLEDGE' && incident && incident.acknowledgedBy !== viewerName) {
        toast(`#${target.number} had been acknowledged by ${incident.acknowledgedBy ?? 'somebody else'}`);
      } else offerUndo(kind, target);
    } catch (error) {
      live.dispatch({ type: 'actionFailed', id: target.id });
      toast.error(`#${target.number} ${actionWords[kind].failed}`, {
        description: error instanceof Error ? error.message : String(error),
      });
    }
  }

  function offerUndo(kind: ActionKind, target: ActionTarget): void {
    const nowMs = Date.now();
    undoable = pushUndoable(undoable, { kind, target, untilMs: nowMs + undoForMs }, nowMs);
    toast(`${actionWords[kind].done} #${target.number}`, {
      id: target.id,
      duration: undoForMs,
      action: { label: 'Undo', onClick: () => undo(kind, target) },
    });
  }

  function undo(kind: ActionKind, before: ActionTarget): void {
    void run(reverseOf[kind], { ...before, status: statusAfter(kind, before) }, true);
  }

  return {
    perform: (kind, target) => void run(kind, target, false),
    undoNewest() {
      const newest = newestUndoable(undoable, Date.now());
      if (!newest) return false;
      undo(newest.kind, newest.target);
      return true;
    },
  };
}
