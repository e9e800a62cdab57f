import { HostileText } from '../components/HostileText.tsx';
import { RelativeTime } from '../components/RelativeTime.tsx';
import type { IncidentNotification } from './readTimeline.ts';

/** A notification's attempts, oldest first, and when the next one is due. Nothing when the first was delivered: its event says so. */
export function AttemptList({ notification }: { readonly notification: IncidentNotification }) {
  const { attempts, nextAttemptAt, target } = notification;
  if (attempts.every(({ delivered }) => delivered)) return null;
  return (
    <ol aria-label={`Attempts to reach ${target}`} className="mt-1 flex flex-col gap-0.5 text-12 text-muted">
      {attempts.map(({ number, at, delivered, detail }) => (
        <li key={number} className="flex flex-wrap gap-x-2">
          <span className="font-semibold">
            Attempt {number} {delivered ? 'delivered' : 'failed'}
          </span>
          <HostileText text={detail} />
          <RelativeTime at={at} />
        </li>
      ))}
      {nextAttemptAt !== null && (
        <li>
          Next attempt <RelativeTime at={nextAttemptAt} />
        </li>
      )}
    </ol>
  );
}
