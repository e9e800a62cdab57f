import { Timer } from 'lucide-react';
import { formatAbsolute } from '../components/formatAbsolute.ts';
import { formatDuration } from '../components/formatDuration.ts';
import { useNow } from '../components/useNow.ts';

/** Counts down to the next escalation step: by seconds in the last minute, by minutes before. */
export function EscalationDue({ at }: { readonly at: string }) {
  const dueMs = Date.parse(at);
  const text = useNow((nowMs) => countdown(dueMs - nowMs));
  return (
    <span className="inline-flex min-w-0 items-center gap-1" title={`Next escalation ${formatAbsolute(dueMs)}`}>
      <Timer size={12} aria-hidden="true" className="shrink-0" />
      <span className="truncate">
        <span className="sr-only">Next escalation </span>
        {text}
      </span>
    </span>
  );
}

function countdown(leftMs: number): string {
  if (leftMs <= 0) return 'due now';
  const seconds = Math.ceil(leftMs / 1000);
  return `in ${formatDuration(seconds < 60 ? seconds : Math.round(seconds / 60) * 60)}`;
}
