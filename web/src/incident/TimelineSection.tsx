import { useState } from 'react';
import { Button } from '../components/Button.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { formatCount } from '../components/formatNumber.ts';
import { Section } from '../components/Section.tsx';
import { Skeleton } from '../components/Skeleton.tsx';
import { NoteBox } from './NoteBox.tsx';
import { TimelineItem } from './TimelineItem.tsx';
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
  const { error, retry } = timeline;
  const events = until === null ? timeline.events : timeline.events?.filter(({ at }) => at <= until);
  const [showsAll, setShowsAll] = useState(false);
  const newestFirst = events?.toReversed();
  const shown = showsAll ? newestFirst : newestFirst?.slice(0, shownAtFirst);
  const hidden = (events?.length ?? 0) - (shown?.length ?? 0);
  return (
    <Section
      title="Timeline"
      aside={events !== undefined && (error === undefined ? eventCount(events.length) : 'may be out of date')}
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
          {shown.map((event) => (
            <TimelineItem key={event.id} event={event} />
          ))}
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
