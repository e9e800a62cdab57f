import { clsx } from 'clsx';
import { formatDuration } from '../../components/formatDuration.ts';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import { useNow } from '../../components/useNow.ts';
import { useLive } from '../../live/LiveContext.tsx';
import type { ShownIncident } from '../../live/pendingAction.ts';
import { targetMsOf } from '../ageTarget.ts';
import { PastTarget } from '../PastTarget.tsx';

/** How old it is, of the time in which it is to be acknowledged. */
export function AgeAgainstTarget({ incident }: { readonly incident: ShownIncident }) {
  const targetMs = useLive(({ system }) => targetMsOf(incident, system));
  const age = <RelativeTime at={incident.openedAt} format="age" focusable={false} align="end" />;
  return targetMs === null ? age : <OfTarget incident={incident} targetMs={targetMs} age={age} />;
}

interface OfTargetProps {
  readonly incident: ShownIncident;
  readonly targetMs: number;
  readonly age: React.ReactNode;
}

function OfTarget({ incident, targetMs, age }: OfTargetProps) {
  const openedMs = Date.parse(incident.openedAt);
  // Whole percents: a bar that moved each second would draw the eye for nothing.
  const percent = useNow((nowMs) => Math.round(Math.min(1, Math.max(0, (nowMs - openedMs) / targetMs)) * 100));
  const isPast = useNow((nowMs) => nowMs - openedMs > targetMs);
  return (
    <span className={clsx('flex flex-col gap-0.5', isPast && 'font-semibold text-text')}>
      <span className="flex items-center gap-1 whitespace-nowrap">
        <span>
          {age} of {formatDuration(targetMs / 1000)}
        </span>
        <PastTarget incident={incident} />
      </span>
      <span className="target-track">
        <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" className="size-full">
          <rect width={percent} height="1" fill="currentColor" />
        </svg>
      </span>
    </span>
  );
}
