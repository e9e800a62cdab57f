import { useEffect, useEffectEvent } from 'react';
import { inTurn } from './inTurn.ts';
import { useLiveStore } from './LiveContext.tsx';

/**
 * Calls `read` when an incident has changed: at once, then at most every `atMostEveryMs` while changes go on. For what shows incidents that the
 * board does not hold, or in another order. While nobody looks at the page it waits.
 */
export function useAfterChanges(read: () => Promise<unknown>, atMostEveryMs: number): void {
  const store = useLiveStore();
  const readNow = useEffectEvent(read);

  useEffect(() => {
    let known = store.getState().incidents;
    let lastMs = Number.NEGATIVE_INFINITY;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readAgain = inTurn(() => readNow());
    const look = () => {
      timer = undefined;
      const { incidents } = store.getState();
      if (document.hidden || incidents === known) return;
      known = incidents;
      lastMs = performance.now();
      readAgain();
    };
    const onChange = () => {
      if (store.getState().incidents === known) return;
      timer ??= setTimeout(look, Math.max(0, lastMs + atMostEveryMs - performance.now()));
    };
    const unsubscribe = store.subscribe(onChange);
    document.addEventListener('visibilitychange', onChange);
    return () => {
      unsubscribe();
      document.removeEventListener('visibilitychange', onChange);
      clearTimeout(timer);
    };
  }, [store, atMostEveryMs]);
}
