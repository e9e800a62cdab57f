import { useEffect } from 'react';

/** Keeps the screen on. The browser takes it back whenever the page is hidden, so it is asked for again. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let isLeft = false;
    async function ask(): Promise<void> {
      if (document.hidden || !('wakeLock' in navigator)) return;
      try {
        lock = await navigator.wakeLock.request('screen');
        if (isLeft) await lock.release();
      } catch {
        // Refused, for example with a low battery: the screen then goes by its own settings.
      }
    }
    function askAgain(): void {
      void ask();
    }
    askAgain();
    document.addEventListener('visibilitychange', askAgain);
    return () => {
      isLeft = true;
      document.removeEventListener('visibilitychange', askAgain);
      lock?.release().catch(() => undefined);
    };
  }, []);
}
