import { HostileText } from '../components/HostileText.tsx';
import { RelativeTime } from '../components/RelativeTime.tsx';
import { AttemptList } from './AttemptList.tsx';
import type { IncidentNotification, TimelineEvent } from './readTimeline.ts';
import { timelineIcon } from './timelineIcon.ts';

interface TimelineItemProps {
  readonly event: TimelineEvent;
  /** The one whose end it tells. */
  readonly notification: IncidentNotification | null;
}

export function TimelineItem({ event, notification }: TimelineItemProps) {
  const Icon = timelineIcon[event.kind];
  return (
    <li className="timeline-item flex gap-3 px-3 pb-4">
      <span className="timeline-mark">
        <Icon size={14} aria-hidden="true" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="text-13">
          <HostileText text={event.message} />
        </p>
        {event.note !== null && event.note !== '' && (
          <p className="mt-1 rounded-md bg-sunken px-2 py-1.5 text-13 whitespace-pre-wrap">
            <HostileText text={event.note} />
          </p>
        )}
        {notification !== null && <AttemptList notification={notification} />}
        <p className="mt-0.5 flex flex-wrap gap-x-2 text-12 text-muted">
          <HostileText text={event.actor} className="font-semibold" />
          <RelativeTime at={event.at} />
          <HostileText text={event.ruleId} className="font-mono" />
        </p>
      </div>
    </li>
  );
}
