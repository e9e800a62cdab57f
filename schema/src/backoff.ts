const firstWaitMs = 250;
const longestWaitMs = 10_000;

/**
 * How long to wait before try `attempt` (from 0), in ms: doubling from 250 ms up to 10 s, then a random half to all of it, so
 * that clients that lost the same server do not return all at once.
 */
export function backoffMs(attempt: number, random: () => number): number {
  const ceiling = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(attempt, 16));
  return ceiling / 2 + (random() * ceiling) / 2;
}

/** Waits; ends early, without an error, when the signal is aborted. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
