import { History } from 'lucide-react';
import { useId } from 'react';
import { Button } from '../components/Button.tsx';
import { formatAbsolute } from '../components/formatAbsolute.ts';
import { HostileText } from '../components/HostileText.tsx';
import type { TimelineEvent } from './readTimeline.ts';

interface TimeSliderProps {
  /** Oldest first. */
  readonly events: readonly TimelineEvent[];
  /** The moment that is shown; null for now. */
  readonly asOf: string | null;
  readonly onChange: (asOf: string | null) => void;
}

/** Goes through the incident's life from event to event; at the right end is now. */
export function TimeSlider({ events, asOf, onChange }: TimeSliderProps) {
  const fieldId = useId();
  if (events.length < 2) return null;
  const place = asOf === null ? events.length : events.findLastIndex(({ at }) => at <= asOf);
  const event = asOf === null ? undefined : events[place];
  const words =
    event === undefined
      ? 'as it is now'
      : `${formatAbsolute(Date.parse(event.at))}, event ${place + 1} of ${events.length}`;
  return (
    <div className="surface flex flex-col gap-1.5 px-3 py-2">
      <div className="flex min-h-6 items-center gap-3">
        <label htmlFor={fieldId} className="inline-flex items-center gap-1.5 text-13 font-semibold whitespace-nowrap">
          <History size={14} aria-hidden="true" />
          As it was
        </label>
        <input
          id={fieldId}
          type="range"
          min={0}
          max={events.length}
          value={place}
          aria-valuetext={words}
          onChange={({ target }) => onChange(events[Number(target.value)]?.at ?? null)}
          className="time-slider min-w-0 flex-1"
        />
        {asOf !== null && (
          <Button size="small" variant="primary" onPress={() => onChange(null)}>
            Now
          </Button>
        )}
      </div>
      {event !== undefined && (
        <p role="status" className="text-12 text-muted">
          <b className="font-semibold text-text">{formatAbsolute(Date.parse(event.at))}</b>{' '}
          <HostileText text={event.message} />
        </p>
      )}
    </div>
  );
}
