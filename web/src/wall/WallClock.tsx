import { useNow } from '../components/useNow.ts';
import { useLive } from '../live/LiveContext.tsx';

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** UTC, and how long ago the server was last heard: a screen that has frozen must show it. */
export function WallClock() {
  const time = useNow((nowMs) => clock.format(nowMs));
  const connection = useLive((state) => state.connection);
  const beatAt = connection.kind === 'CONNECTING' ? null : connection.beatAt;
  const seconds = useNow((nowMs) => (beatAt === null ? -1 : Math.max(0, Math.floor((nowMs - beatAt) / 1000))));
  const isLive = connection.kind === 'LIVE' || connection.kind === 'RESYNCED';
  return (
    <p className="wall-clock">
      <span role="status" aria-label="Connection" className={isLive ? undefined : 'wall-not-live'}>
        {seconds < 0 ? 'connecting' : `${isLive ? 'live' : 'NOT LIVE'} · heard ${seconds} s ago`}
      </span>
      <time>{time} UTC</time>
    </p>
  );
}
