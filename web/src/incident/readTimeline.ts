import type { ApolloClient } from '@apollo/client';
import { IncidentTimelinePageDocument, type IncidentTimelinePageQuery } from '../__generated__/operations.ts';

type TimelinePage = NonNullable<IncidentTimelinePageQuery['incident']>;
export type TimelineEvent = TimelinePage['timeline']['nodes'][number];
export type IncidentNotification = TimelinePage['notifications'][number];

interface TimelinePart {
  readonly events: readonly TimelineEvent[];
  /** The newest, as they stand now, newest first. */
  readonly notifications: readonly IncidentNotification[];
  /** Where to go on later; what was given when nothing is new. */
  readonly cursor: string | null;
}

/** All events of an incident behind a cursor, page by page, oldest first, and its notifications. Throws what the client throws. */
export async function readTimeline(
  client: Pick<ApolloClient, 'query'>,
  incidentId: string,
  after: string | null,
): Promise<TimelinePart> {
  const events: TimelineEvent[] = [];
  let cursor = after;
  for (;;) {
    const page: TimelinePage | undefined = await readPage(client, incidentId, cursor);
    if (page === undefined) return { events, notifications: [], cursor };
    const { timeline, notifications } = page;
    events.push(...timeline.nodes);
    cursor = timeline.pageInfo.endCursor ?? cursor;
    if (!timeline.pageInfo.hasNextPage || timeline.nodes.length === 0) return { events, notifications, cursor };
  }
}

async function readPage(client: Pick<ApolloClient, 'query'>, id: string, after: string | null) {
  // Kept out of the cache: the page adds up the parts by itself, and events never change.
  const { data } = await client.query({
    query: IncidentTimelinePageDocument,
    variables: { id, after },
    fetchPolicy: 'no-cache',
  });
  return data?.incident ?? undefined;
}
