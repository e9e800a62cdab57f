import { EventEmitter, once } from 'node:events';
import type { ChangeFeed } from '../../feed/changeFeed.ts';

/** Tells that incidents changed, without saying how. Follows the feed while somebody holds it. */
export interface FeedTicks {
  /** Every change that is committed after this is counted. Answers how to let go. */
  hold(): Promise<() => void>;
  /** Counts up with changes. */
  count(): number;
  /** Waits until the count has passed `since`, `waitMs` are over, or the signal aborts. */
  changed(since: number, waitMs: number, signal: AbortSignal): Promise<void>;
}

export function createFeedTicks(
  feed: Pick<ChangeFeed, 'head' | 'follow'>,
  onError: (error: unknown) => void,
): FeedTicks {
  const ticks = new EventEmitter().setMaxListeners(0);
  let count = 0;
  let holders = 0;
  let following: { stop: AbortController; started: Promise<void> } | null = null;

  function tick(): void {
    count += 1;
    ticks.emit('tick');
  }

  function follow(): { stop: AbortController; started: Promise<void> } {
    const stop = new AbortController();
    // From a head that was read first, so that no change falls between it and the following.
    const started = feed.head().then((head) => {
      void countChanges(head, stop.signal);
    });
    return { stop, started };
  }

  async function countChanges(head: string, signal: AbortSignal): Promise<void> {
    try {
      for await (const _changes of feed.follow(head, signal)) tick();
    } catch (error) {
      onError(error);
    }
    // The feed ended under us: let everybody look again, and whoever holds next starts anew.
    if (!signal.aborted) following = null;
    tick();
  }

  return {
    count: () => count,
    hold: async () => {
      holders += 1;
      following ??= follow();
      const held = following;
      try {
        await held.started;
      } catch (error) {
        release();
        if (following === held) following = null;
        throw error;
      }
      return release;
    },
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

  function release(): void {
    holders -= 1;
    if (holders > 0) return;
    following?.stop.abort();
    following = null;
  }
}
