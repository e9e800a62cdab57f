import { useEffect } from 'react';
import { entryOf } from './entryOf.ts';

const everyMs = 60_000;

/** Nobody reloads a wall: it looks for a new build of itself once a minute. */
export function useReloadOnNewBuild(): void {
  useEffect(() => {
    const own = entryOf(document.documentElement.outerHTML);
    const timer = setInterval(() => {
      newestEntry().then(
        (newest) => {
          if (own !== null && newest !== null && newest !== own) window.location.reload();
        },
        () => {
          // The server is away: the next look tells.
        },
      );
    }, everyMs);
    return () => clearInterval(timer);
  }, []);
}

async function newestEntry(): Promise<string | null> {
  const response = await fetch('/wall', { cache: 'no-store', headers: { accept: 'text/html' } });
  return response.ok ? entryOf(await response.text()) : null;
}
