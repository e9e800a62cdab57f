import type { LiveChange } from './liveIncident.ts';
import { initialLiveState, type LiveEvent, type LiveState, nextLiveState } from './liveState.ts';

/** In the long run changes are shown at most this often, and none waits longer. */
export const flushEveryMs = 100;
/** So often they are shown at once after a silence: a change often brings another. */
const burst = 2;
/** While the board is paused no more than so many changes are kept, and one for each incident. */
const mostWaiting = 20_000;

export interface LiveStore {
  readonly getState: () => LiveState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly dispatch: (event: LiveEvent) => void;
  /** Queues changes of the feed; they are applied together. */
  readonly enqueue: (changes: readonly LiveChange[]) => void;
  /** Applies at once what waits, and stops the timer. */
  readonly flush: () => void;
  /** From now on changes wait, and are counted. */
  readonly pause: () => void;
  /** Shows all that waited. */
  readonly resume: () => void;
}

export function createLiveStore(clock: () => number = Date.now): LiveStore {
  let state = initialLiveState;
  let waiting: LiveChange[] = [];
  /** Until when what was shown has used up its share of time. */
  let spentUntilMs = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function dispatch(event: LiveEvent): void {
    const next = nextLiveState(state, event);
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  }

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    const changes = waiting;
    waiting = [];
    const nowMs = clock();
    spentUntilMs = Math.min(Math.max(nowMs, spentUntilMs) + flushEveryMs, nowMs + burst * flushEveryMs);
    dispatch({ type: 'changed', changes, nowMs });
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch,
    enqueue(changes) {
      if (changes.length === 0) return;
      waiting.push(...changes);
      if (state.paused !== null) {
        // The last change of an incident is its newest state: the others need not wait with it.
        if (waiting.length > mostWaiting) waiting = newestOfEach(waiting);
        dispatch({ type: 'waited', changes: state.paused.waiting + changes.length });
        return;
      }
      timer ??= setTimeout(flush, Math.max(0, spentUntilMs - (burst - 1) * flushEveryMs - clock()));
    },
    flush,
    pause() {
      flush();
      dispatch({ type: 'paused', nowMs: clock() });
    },
    resume() {
      dispatch({ type: 'resumed' });
      flush();
    },
  };
}

function newestOfEach(changes: readonly LiveChange[]): LiveChange[] {
  return [...new Map(changes.map((change) => [change.incident.id, change])).values()];
}
