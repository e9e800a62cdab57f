import { AlarmClock } from 'lucide-react';
import { formatDuration } from '../components/formatDuration.ts';
import { useNow } from '../components/useNow.ts';
import { useLive } from '../live/LiveContext.tsx';
import type { ShownIncident } from '../live/pendingAction.ts';
import { targetMsOf } from './ageTarget.ts';

interface PastTargetProps {
  readonly incident: ShownIncident;
  /** Of the icon, in pixels. */
  readonly size?: number;
}

/** A mark on what should have been acknowledged by now; nothing on all else. */
export function PastTarget({ incident, size = 12 }: PastTargetProps) {
  const targetMs = useLive(({ system }) => targetMsOf(incident, system));
  const openedMs = Date.parse(incident.openedAt);
  const isPast = useNow((nowMs) => targetMs !== null && nowMs - openedMs > targetMs);
  if (!isPast || targetMs === null) return null;
  const words = `Past its target: to be acknowledged within ${formatDuration(targetMs / 1000)}`;
  return (
    <span title={words} className="inline-flex shrink-0 text-text">
      <AlarmClock size={size} aria-hidden="true" />
      <span className="sr-only">{words}</span>
    </span>
  );
}
