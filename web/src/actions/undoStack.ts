import type { ActionKind } from '../live/pendingAction.ts';
import type { ActionTarget } from './actionTarget.ts';

/** An action can be taken back this long. */
export const undoForMs = 10_000;

/** What can be taken back, oldest first. */
export interface Undoable {
  readonly kind: ActionKind;
  /** The incident as it was before the action. */
  readonly target: ActionTarget;
  readonly untilMs: number;
}

export type UndoStack = readonly Undoable[];

export function pushUndoable(stack: UndoStack, undoable: Undoable, nowMs: number): UndoStack {
  return [...withoutIncident(stack, undoable.target.id).filter((each) => each.untilMs > nowMs), undoable];
}

export function withoutIncident(stack: UndoStack, id: string): UndoStack {
  return stack.filter((each) => each.target.id !== id);
}

/** The newest action that can still be taken back. */
export function newestUndoable(stack: UndoStack, nowMs: number): Undoable | undefined {
  return stack.findLast((each) => each.untilMs > nowMs);
}
