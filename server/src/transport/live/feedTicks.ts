import type { ChangeFeed } from '../../feed/changeFeed.ts';
import { createTickCount } from './tickCount.ts';

/** Tells that something changed, without saying how, while somebody holds it. */
export interface Ticks {
  /** Every change that is committed after this is counted. Answers how to let go. */
  hold(): Promise<() => void>;
  /** Counts up with changes. */
  count(): number;
  /** Waits until the count has passed `since`, `waitMs` are over, or the signal aborts. */
  changed(since: number, waitMs: number, signal: AbortSignal): Promise<void>;
}

/** Tells that incidents changed. Follows the feed while somebody holds it. */
export function createFeedTicks(feed: Pick<ChangeFeed, 'head' | 'follow'>, onError: (error: unknown) => void): Ticks {
  const { tick, count, changed } = createTickCount();
  let holders = 0;
  let following: { stop: AbortController; started: Promise<void> } | null = null;

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
    count,
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
    changed,
  };

  function release(): void {
    holders -= 1;
    if (holders > 0) return;
    following?.stop.abort();
    following = null;
  }
}
