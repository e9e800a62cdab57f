import { EventEmitter, once } from 'node:events';

/** Counts up, and lets others wait for that. */
export interface TickCount {
  tick(): void;
  count(): number;
  /** Waits until the count has passed `since`, `waitMs` are over, or the signal aborts. */
  changed(since: number, waitMs: number, signal: AbortSignal): Promise<void>;
}

export function createTickCount(): TickCount {
  const ticks = new EventEmitter().setMaxListeners(0);
  let count = 0;
  return {
    tick: () => {
      count += 1;
      ticks.emit('tick');
    },
    count: () => count,
    changed: async (since, waitMs, signal) => {
      if (count > since || signal.aborted) return;
      const over = new AbortController();
      const timer = setTimeout(() => over.abort(), waitMs);
      try {
        // Rejects when either signal aborts, which ends the waiting as well.
        await once(ticks, 'tick', { signal: AbortSignal.any([signal, over.signal]) }).catch(() => {});
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
