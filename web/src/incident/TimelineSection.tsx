import { useState } from 'react';
import { Button } from '../components/Button.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { formatCount } from '../components/formatNumber.ts';
import { Section } from '../components/Section.tsx';
import { Skeleton } from '../components/Skeleton.tsx';
import { NoteBox } from './NoteBox.tsx';
import { NotificationItem } from './NotificationItem.tsx';
import { TimelineItem } from './TimelineItem.tsx';
import { timelineEntries } from './timelineEntries.ts';
import type { Timeline } from './useTimeline.ts';

interface TimelineSectionProps {
  readonly incidentId: string;
  readonly timeline: Timeline;
  /** Later events are left out; null shows all. */
  readonly until: string | null;
  readonly onNoteAdded: () => void;
  /** Why no note can be written; undefined when one can. */
  readonly disabledReason: string | undefined;
}

function eventCount(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'event' : 'events'}`;
}

/** More than this are folded away until they are asked for. */
const shownAtFirst = 50;

/** Newest first: what happened last is what a responder looks for. */
export function TimelineSection({ incidentId, timeline, until, onNoteAdded, disabledReason }: TimelineSectionProps) {
  const { error, retry, events, notifications } = timeline;
  const [showsAll, setShowsAll] = useState(false);
  const entries = events === undefined ? undefined : timelineEntries(events, notifications, until);
  const eventsShown = entries?.filter(({ kind }) => kind === 'event').length ?? 0;
  const shown = showsAll ? entries : entries?.slice(0, shownAtFirst);
  const hidden = (entries?.length ?? 0) - (shown?.length ?? 0);
  return (
    <Section
      title="Timeline"
      aside={events !== undefined && (error === undefined ? eventCount(eventsShown) : 'may be out of date')}
      isBusy={events === undefined}
    >
      <NoteBox incidentId={incidentId} onAdded={onNoteAdded} disabledReason={disabledReason} />
      {events === undefined && error !== undefined && (
        <div className="p-3">
          <FailureNotice title="The timeline could not be loaded." error={error} onRetry={retry} />
        </div>
      )}
      {events === undefined && error === undefined && (
        <div className="flex flex-col gap-4 p-3">
          <Skeleton className="h-9" />
          <Skeleton className="h-9" />
          <Skeleton className="h-9" />
        </div>
      )}
      {shown !== undefined && (
        <ol className="pt-3" aria-label="Events, newest first">
          {shown.map((entry) =>
            entry.kind === 'event' ? (
              <TimelineItem key={entry.event.id} event={entry.event} notification={entry.notification} />
            ) : (
              <NotificationItem key={entry.notification.id} notification={entry.notification} />
            ),
          )}
        </ol>
      )}
      {hidden > 0 && (
        <div className="border-t border-border px-3 py-2">
          <Button size="small" variant="quiet" onPress={() => setShowsAll(true)}>
            Show {formatCount(hidden)} older
          </Button>
        </div>
      )}
    </Section>
  );
}
