import { BellRing } from 'lucide-react';
import { HostileText } from '../components/HostileText.tsx';
import { RelativeTime } from '../components/RelativeTime.tsx';
import { AttemptList } from './AttemptList.tsx';
import type { IncidentNotification } from './readTimeline.ts';

/** A notification whose end no event has told: it is under way, waits, or was no longer needed. */
export function NotificationItem({ notification }: { readonly notification: IncidentNotification }) {
  return (
    <li className="timeline-item flex gap-3 px-3 pb-4">
      <span className="timeline-mark">
        <BellRing size={14} aria-hidden="true" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="text-13">
          <HostileText text={`${sentenceOf(notification)}: ${notification.reason}`} />
        </p>
        <AttemptList notification={notification} />
        <p className="mt-0.5 flex flex-wrap gap-x-2 text-12 text-muted">
          <RelativeTime at={notification.createdAt} />
        </p>
      </div>
    </li>
  );
}

function sentenceOf({ target, kind, status }: IncidentNotification): string {
  const what = kind === 'ACTION' ? 'run' : 'notified';
  switch (status) {
    case 'PENDING':
      return `${target} is being ${what}`;
    case 'HELD':
      return `${target} will be ${what} when its rate allows, together with others`;
    case 'WITHDRAWN':
      return `${target} was not ${what}, since the incident was snoozed`;
    case 'DELIVERED':
      return `${target} was ${what}`;
    case 'FAILED':
      return `${target} could not be ${what}`;
  }
}
