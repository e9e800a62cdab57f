import { setImmediate as nextTurnOfLoop } from 'node:timers/promises';
import type { Steps } from '../engines/steps.ts';

/** How long the others on this event loop may have to wait. */
const turnMs = 10;

/** Where a long computation stops for others. */
export interface Turns {
  /** Whether it has had the event loop for as long as it may. */
  isOver(): boolean;
  /** Lets the others have their turn. */
  next(): Promise<void>;
}

export function takeTurns(
  nowMs: () => number = () => performance.now(),
  nextTurn: () => Promise<void> = () => nextTurnOfLoop(),
): Turns {
  let beganAtMs = nowMs();
  return {
    isOver: () => nowMs() - beganAtMs >= turnMs,
    next: async () => {
      await nextTurn();
      beganAtMs = nowMs();
    },
  };
}

/** Runs a long computation to its end, turn by turn. Throws the signal's reason once that aborts. */
export async function inTurns<Result>(steps: Steps<Result>, turns: Turns, stopped: AbortSignal): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    stopped.throwIfAborted();
    if (turns.isOver()) await turns.next();
  }
}
