import { formatAbsolute } from '../../components/formatAbsolute.ts';
import { formatDuration } from '../../components/formatDuration.ts';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import { useNow } from '../../components/useNow.ts';
import type { ShownIncident } from '../../live/pendingAction.ts';

/** How old it is, and how much of the time until its next escalation has gone. */
export function AgeAgainstTarget({ incident }: { readonly incident: ShownIncident }) {
  const { openedAt, nextEscalationAt, status } = incident;
  return (
    <span className="flex items-center gap-2">
      <RelativeTime at={openedAt} format="age" focusable={false} align="end" className="w-14 shrink-0" />
      {status === 'OPEN' && nextEscalationAt !== null && <Target openedAt={openedAt} dueAt={nextEscalationAt} />}
    </span>
  );
}

function Target({ openedAt, dueAt }: { readonly openedAt: string; readonly dueAt: string }) {
  const openedMs = Date.parse(openedAt);
  const dueMs = Date.parse(dueAt);
  // Whole percents: a bar that moved each second would draw the eye for nothing.
  const percent = useNow((nowMs) =>
    Math.round(Math.min(1, Math.max(0, (nowMs - openedMs) / Math.max(1, dueMs - openedMs))) * 100),
  );
  const words = `${percent}% of ${formatDuration(Math.round((dueMs - openedMs) / 1000))} until it escalates, ${formatAbsolute(dueMs)}`;
  return (
    <span role="img" aria-label={words} title={words} className="target-track">
      <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" className="size-full">
        <rect width={percent} height="1" fill="currentColor" />
      </svg>
    </span>
  );
}
