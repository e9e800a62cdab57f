import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { useNow } from '../components/useNow.ts';
import { type IncidentNotification, readTimeline, type TimelineEvent } from './readTimeline.ts';

export interface Timeline {
  /** Oldest first; undefined until they were read for the first time. */
  readonly events: readonly TimelineEvent[] | undefined;
  /** The newest, newest first. */
  readonly notifications: readonly IncidentNotification[];
  readonly error: unknown;
  readonly retry: () => void;
}

/** That a notification came to wait for its target's rate, or waits no more, is not pushed: look at those under way now and then. */
const lookAgainMs = 10_000;

/**
 * The timeline of one incident. Events are only ever added, so whenever `revision` changes only those that are new are read.
 * Give the component a `key` of the incident's id: the list belongs to one incident.
 */
export function useTimeline(incidentId: string, revision: string): Timeline {
  const client = useApolloClient();
  const [events, setEvents] = useState<readonly TimelineEvent[]>();
  const [notifications, setNotifications] = useState<readonly IncidentNotification[]>([]);
  const [error, setError] = useState<unknown>();
  const [attempt, setAttempt] = useState(0);
  const cursor = useRef<string | null>(null);
  const reading = useRef<Promise<void>>(Promise.resolve());
  const isUnderWay = notifications.some(({ settledAt }) => settledAt === null);
  const beat = useNow((nowMs) => (isUnderWay ? Math.floor(nowMs / lookAgainMs) : 0));

  // biome-ignore lint/correctness/useExhaustiveDependencies: revision, attempt and beat say when to look, not what for
  useEffect(() => {
    let isCurrent = true;
    // One after the other, so that two readers never add the same events.
    reading.current = reading.current.then(async () => {
      if (!isCurrent) return;
      try {
        const part = await readTimeline(client, incidentId, cursor.current);
        if (part.cursor !== cursor.current || cursor.current === null) {
          cursor.current = part.cursor;
          setEvents((known = []) => [...known, ...part.events]);
        }
        setNotifications(part.notifications);
        setError(undefined);
      } catch (failure) {
        setError(failure);
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [client, incidentId, revision, attempt, beat]);

  return { events, notifications, error, retry: () => setAttempt((count) => count + 1) };
}
