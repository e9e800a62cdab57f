import { clsx } from 'clsx';
import { formatDuration } from '../components/formatDuration.ts';
import { useNow } from '../components/useNow.ts';
import { type ConnectionWord, connectionWord } from '../live/connection.ts';
import { useLive } from '../live/LiveContext.tsx';
import { useBrowserOnline } from './useBrowserOnline.ts';

/** Shapes as well as shades: full for live, half for on the way, empty for lost. */
const dots = {
  Connecting: 'border-2 border-control connection-waits',
  Live: 'bg-text',
  'Catching up': 'border-2 border-text connection-waits',
  Delayed: 'border-2 border-text border-dashed',
  Reconnecting: 'border-2 border-text connection-waits',
  Offline: 'border-2 border-text',
} as const satisfies Record<ConnectionWord, string>;

export function ConnectionIndicator() {
  const connection = useLive((state) => state.connection);
  const isOnline = useBrowserOnline();
  const word = useNow((nowMs) => connectionWord(connection, nowMs, isOnline));
  const silence = useNow((nowMs) =>
    connection.kind === 'DELAYED'
      ? `nothing heard for ${formatDuration(Math.round((nowMs - connection.beatAt) / 1000))}`
      : '',
  );
  return (
    <div role="status" aria-label="Connection" className="inline-flex items-center gap-1.5 text-12 font-semibold">
      <span aria-hidden="true" className={clsx('size-2 shrink-0 rounded-full', dots[word])} />
      <span>{word}</span>
      {silence !== '' && (
        <span aria-hidden="true" className="font-normal text-muted max-sm:hidden">
          {silence}
        </span>
      )}
      {connection.kind === 'RESYNCED' && <span className="font-normal text-muted">loaded anew</span>}
      {connection.kind === 'CATCHING_UP' && connection.replayed > 0 && (
        <span className="font-normal text-muted">{connection.replayed}</span>
      )}
    </div>
  );
}
