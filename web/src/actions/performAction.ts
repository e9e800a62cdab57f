import type { ApolloClient } from '@apollo/client';
import { toast } from 'sonner';
import type { IncidentStatus } from '../__generated__/operations.ts';
import type { LiveStore } from '../live/liveStore.ts';
import type { ActionKind } from '../live/pendingAction.ts';
import type { ActionTarget } from './actionTarget.ts';
import { actionWords, canFollow, reverseOf } from './actionWords.ts';
import { inParallel } from './inParallel.ts';
import { type Outcome, summarize } from './outcome.ts';
import { sendAction } from './sendAction.ts';
import { newestUndoable, pushUndoable, type UndoStack, undoForMs, withoutIncident } from './undoStack.ts';

export interface IncidentActions {
  readonly perform: (kind: ActionKind, target: ActionTarget) => void;
  /** The same for many, with one summary of what became of them. */
  readonly performAll: (kind: ActionKind, targets: readonly ActionTarget[]) => Promise<void>;
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

  async function attempt(kind: ActionKind, target: ActionTarget): Promise<Outcome> {
    const inFlight = live.getState().pending.get(target.id);
    if ((inFlight && inFlight.confirmedAtMs === null) || !canFollow(kind, target.status)) return { kind: 'SKIPPED' };
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
      const isOthers = kind === 'ACKNOWLEDGE' && incident !== null && incident.acknowledgedBy !== viewerName;
      return isOthers ? { kind: 'ALREADY', by: incident.acknowledgedBy ?? 'somebody else' } : { kind: 'DONE' };
    } catch (error) {
      live.dispatch({ type: 'actionFailed', id: target.id });
      return { kind: 'REFUSED', message: error instanceof Error ? error.message : String(error) };
    }
  }

  async function perform(kind: ActionKind, target: ActionTarget, isUndo: boolean): Promise<void> {
    const outcome = await attempt(kind, target);
    switch (outcome.kind) {
      case 'SKIPPED':
        return;
      case 'REFUSED':
        toast.error(`#${target.number} ${actionWords[kind].failed}`, { description: outcome.message });
        return;
      case 'ALREADY':
        toast(`#${target.number} was already acknowledged by ${outcome.by}`);
        return;
      case 'DONE':
        // The same toast, without its button.
        if (isUndo) toast(`#${target.number} ${actionWords[reverseOf[kind]].undone}`, plainToast(target.id));
        else offerUndo(kind, [target], `${actionWords[kind].done} #${target.number}`);
    }
  }

  async function performAll(kind: ActionKind, targets: readonly ActionTarget[], isUndo: boolean): Promise<void> {
    const results = await inParallel(targets, async (target) => ({ target, outcome: await attempt(kind, target) }));
    const { title, detail, isFailure } = summarize(kind, results);
    const done = results.filter(({ outcome }) => outcome.kind === 'DONE').map(({ target }) => target);
    if (!isUndo && done.length > 0) offerUndo(kind, done, title, detail);
    else if (isFailure) toast.error(title, { ...plainToast(idOf(targets)), description: detail });
    else toast(title, plainToast(idOf(targets)));
  }

  function offerUndo(kind: ActionKind, targets: readonly ActionTarget[], words: string, detail?: string): void {
    const nowMs = Date.now();
    undoable = pushUndoable(undoable, { kind, targets, untilMs: nowMs + undoForMs }, nowMs);
    toast(words, {
      id: idOf(targets),
      duration: undoForMs,
      action: { label: 'Undo', onClick: () => undo(kind, targets) },
      ...(detail === undefined ? {} : { description: detail }),
    });
  }

  function undo(kind: ActionKind, before: readonly ActionTarget[]): void {
    const after = before.map((target) => ({ ...target, status: statusAfter(kind, target) }));
    const [only, ...others] = after;
    if (only !== undefined && others.length === 0) void perform(reverseOf[kind], only, true);
    else void performAll(reverseOf[kind], after, true);
  }

  return {
    perform: (kind, target) => void perform(kind, target, false),
    performAll: (kind, targets) => performAll(kind, targets, false),
    undoNewest() {
      const newest = newestUndoable(undoable, Date.now());
      if (!newest) return false;
      undo(newest.kind, newest.targets);
      return true;
    },
  };
}

function idOf(targets: readonly ActionTarget[]): string {
  return targets.length === 1 ? (targets[0]?.id ?? '') : `all ${targets.map(({ number }) => number).join(' ')}`;
}

function plainToast(id: string) {
  return { id, action: undefined, duration: toastForMs };
}
