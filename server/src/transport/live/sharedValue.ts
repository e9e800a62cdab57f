import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ticks } from './feedTicks.ts';

export interface SharedValueOptions<Value> {
  readonly ticks: Ticks;
  readonly compute: () => Promise<Value>;
  /** Values with equal marks are not delivered again. */
  readonly mark: (value: Value) => string;
  /** Computed at most so often. */
  readonly atMostEveryMs: number;
  /** Computed again after this time even if nothing changed. */
  readonly recheckMs: (value: Value) => number;
  readonly onError: (error: unknown) => void;
}

/** A value that is computed once for all who follow it, while somebody does. */
export interface SharedValue<Value> {
  /** The value at once, then each new one until the signal aborts. A slow follower gets the newest only. */
  follow(signal: AbortSignal): AsyncGenerator<Value, void>;
  followers(): number;
}

interface Run<Value> {
  readonly stop: AbortController;
  readonly news: EventEmitter;
  followers: number;
  latest: { readonly value: Value; readonly mark: string; readonly version: number } | null;
  failure: { readonly error: unknown } | null;
}

export function createSharedValue<Value>(options: SharedValueOptions<Value>): SharedValue<Value> {
  const { ticks, compute, mark, atMostEveryMs, recheckMs, onError } = options;
  let current: Run<Value> | null = null;

  async function keepUp(run: Run<Value>): Promise<void> {
    const { signal } = run.stop;
    const letGo = await ticks.hold();
    try {
      let recheckAfterMs = atMostEveryMs;
      while (!signal.aborted) {
        const seen = ticks.count();
        try {
          const value = await compute();
          recheckAfterMs = recheckMs(value);
          publish(run, value);
        } catch (error) {
          // What could never be computed is the followers' matter; what fails later is tried again.
          if (run.latest === null) throw error;
          onError(error);
        }
        await sleep(atMostEveryMs, undefined, { signal }).catch(() => {});
        await ticks.changed(seen, recheckAfterMs, signal);
      }
    } finally {
      letGo();
    }
  }

  function publish(run: Run<Value>, value: Value): void {
    const newMark = mark(value);
    if (run.latest?.mark === newMark) return;
    run.latest = { value, mark: newMark, version: (run.latest?.version ?? 0) + 1 };
    run.news.emit('news');
  }

  function start(): Run<Value> {
    const news = new EventEmitter().setMaxListeners(0);
    const run: Run<Value> = { stop: new AbortController(), news, followers: 0, latest: null, failure: null };
    keepUp(run).catch((error: unknown) => {
      if (current === run) current = null;
      run.failure = { error };
      news.emit('news');
    });
    return run;
  }

  return {
    followers: () => current?.followers ?? 0,
    follow: async function* (signal) {
      current ??= start();
      const run = current;
      run.followers += 1;
      try {
        let seen = 0;
        while (!signal.aborted) {
          if (run.failure !== null) throw run.failure.error;
          if (run.latest !== null && run.latest.version > seen) {
            seen = run.latest.version;
            yield run.latest.value;
            continue;
          }
          await once(run.news, 'news', { signal }).catch(() => {});
        }
      } finally {
        run.followers -= 1;
        if (run.followers === 0) {
          run.stop.abort();
          if (current === run) current = null;
        }
      }
    },
  };
}
