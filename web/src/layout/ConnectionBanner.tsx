import { CloudOff } from 'lucide-react';
import { formatAbsolute } from '../components/formatAbsolute.ts';
import { formatDuration } from '../components/formatDuration.ts';
import { useNow } from '../components/useNow.ts';
import { type Connection, connectionWord } from '../live/connection.ts';
import { useLive } from '../live/LiveContext.tsx';
import { useBrowserOnline } from './useBrowserOnline.ts';

/** Says that what is shown is old, how old, and what happens next. Silent for readers: the indicator speaks. */
export function ConnectionBanner() {
  const connection = useLive((state) => state.connection);
  const hasData = useLive((state) => state.load.kind === 'LOADED' || state.incidents.size > 0);
  const isOnline = useBrowserOnline();
  const text = useNow((nowMs) => describe(connection, nowMs, isOnline));
  if (text === '' || !hasData) return null;
  return (
    <section
      aria-label="Age of the data"
      className="flex items-start gap-2 border-b border-border-strong bg-hover px-4 py-1.5 text-13"
    >
      <CloudOff size={15} aria-hidden="true" className="mt-0.5 shrink-0" />
      <p>{text}</p>
    </section>
  );
}

function describe(connection: Connection, nowMs: number, isOnline: boolean): string {
  switch (connection.kind) {
    case 'CONNECTING':
    case 'LIVE':
    case 'RESYNCED':
    // Often over at once: the indicator says it, and nothing is pushed down for it.
    case 'DELAYED':
      return '';
    case 'CATCHING_UP':
      return connection.replayed === 0
        ? 'Connected again. Asking for what happened in between.'
        : `Catching up: ${connection.replayed} changes replayed.`;
    case 'OFFLINE': {
      const word = connectionWord(connection, nowMs, isOnline);
      const shown =
        connection.beatAt === null
          ? ''
          : ` Shown: as of ${formatAbsolute(connection.beatAt)}, ${age(connection.beatAt, nowMs)} ago.`;
      return `${word}${nextAttempt(connection.retryAt, nowMs)}.${shown} Acknowledge and resolve are off until then.`;
    }
  }
}

function nextAttempt(retryAt: number | null, nowMs: number): string {
  if (retryAt === null) return ' now';
  const seconds = Math.ceil((retryAt - nowMs) / 1000);
  return seconds > 0 ? `, next attempt in ${seconds} s` : ' now';
}

function age(sinceMs: number, nowMs: number): string {
  return formatDuration(Math.max(1, Math.round((nowMs - sinceMs) / 1000)));
}
