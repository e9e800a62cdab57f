import type { ActionKind } from '../live/pendingAction.ts';
import type { ActionTarget } from './actionTarget.ts';

/** An action can be taken back this long. */
export const undoForMs = 10_000;

/** What can be taken back, oldest first. */
export interface Undoable {
  readonly kind: ActionKind;
  /** The incidents as they were before the action: one, or all of a selection. */
  readonly targets: readonly ActionTarget[];
  readonly untilMs: number;
}

export type UndoStack = readonly Undoable[];

export function pushUndoable(stack: UndoStack, undoable: Undoable, nowMs: number): UndoStack {
  const others = undoable.targets.reduce((left, { id }) => withoutIncident(left, id), stack);
  return [...others.filter((each) => each.untilMs > nowMs), undoable];
}

export function withoutIncident(stack: UndoStack, id: string): UndoStack {
  return stack
    .map((each) => ({ ...each, targets: each.targets.filter((target) => target.id !== id) }))
    .filter(({ targets }) => targets.length > 0);
}

/** The newest action that can still be taken back. */
export function newestUndoable(stack: UndoStack, nowMs: number): Undoable | undefined {
  return stack.findLast((each) => each.untilMs > nowMs);
}
