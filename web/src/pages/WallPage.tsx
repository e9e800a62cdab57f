import { clsx } from 'clsx';
import { useMemo } from 'react';
import { severities } from '../components/severity.ts';
import { isStale } from '../live/connection.ts';
import { useLive } from '../live/LiveContext.tsx';
import { compareUrgency } from '../live/order.ts';
import { useFittingRows } from '../wall/useFittingRows.ts';
import { usePixelShift } from '../wall/usePixelShift.ts';
import { useReloadOnNewBuild } from '../wall/useReloadOnNewBuild.ts';
import { useWakeLock } from '../wall/useWakeLock.ts';
import { WallClock } from '../wall/WallClock.tsx';
import { WallCount } from '../wall/WallCount.tsx';
import { WallRow } from '../wall/WallRow.tsx';
import '../wall/wall.css';

/** `/wall`: what is wrong, readable across the room, for a screen that nobody touches. */
export function WallPage() {
  const columns = useLive((state) => state.columns);
  const system = useLive((state) => state.system);
  const isLoaded = useLive((state) => state.load.kind === 'LOADED');
  const isOld = useLive((state) => isStale(state.connection));
  const incidents = useMemo(() => [...columns.OPEN, ...columns.ACKNOWLEDGED].sort(compareUrgency), [columns]);
  const { ref, rows } = useFittingRows();
  usePixelShift();
  useWakeLock();
  useReloadOnNewBuild();
  const total = Math.max(incidents.length, (system?.open ?? 0) + (system?.acknowledged ?? 0));
  const shown = incidents.slice(0, total > rows ? Math.max(1, rows - 1) : rows);
  return (
    <main className="wall">
      <title>{`${total} unresolved · Vigil`}</title>
      <header className={clsx('wall-head', system?.escalationActive === true && 'wall-alarm')}>
        <h1>{system?.message ?? 'Vigil'}</h1>
        {system?.demo === true && <span className="wall-demo">DEMO</span>}
        <WallClock />
      </header>
      <ul className="wall-counts" aria-label="Unresolved by severity">
        {severities.map((severity) => (
          <WallCount key={severity} severity={severity} />
        ))}
      </ul>
      <ol ref={ref} className={clsx('wall-rows', isOld && 'wall-old')} aria-label="Most urgent incidents">
        {shown.map((incident) => (
          <WallRow key={incident.id} incident={incident} />
        ))}
        {total > shown.length && <li className="wall-more">and {total - shown.length} more</li>}
        {total === 0 && isLoaded && <li className="wall-clear">All clear</li>}
      </ol>
    </main>
  );
}
