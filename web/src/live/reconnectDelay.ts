const firstMs = 500;
const longestMs = 4_000;

/** How long to wait before attempt `attempt` (from 0) in milliseconds: doubling up to 4 s, spread so that browsers do not come back as one. */
export function reconnectDelayMs(attempt: number, random: () => number = Math.random): number {
  return Math.min(longestMs, firstMs * 2 ** Math.min(attempt, 10)) * (0.5 + random() / 2);
}

/** Waits, but no longer than until the browser says that it is online again. */
export function waitOrOnline(delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    function finish(): void {
      clearTimeout(timer);
      window.removeEventListener('online', finish);
      resolve();
    }
    const timer = setTimeout(finish, delayMs);
    window.addEventListener('online', finish);
  });
}
