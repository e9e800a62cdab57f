import type { ApolloClient } from '@apollo/client';
import { IncidentTimelinePageDocument, type IncidentTimelinePageQuery } from '../__generated__/operations.ts';

type TimelinePage = NonNullable<IncidentTimelinePageQuery['incident']>['timeline'];
export type TimelineEvent = TimelinePage['nodes'][number];

interface TimelinePart {
  readonly events: readonly TimelineEvent[];
  /** Where to go on later; what was given when nothing is new. */
  readonly cursor: string | null;
}

/** All events of an incident behind a cursor, page by page, oldest first. Throws what the client throws. */
export async function readTimeline(
  client: Pick<ApolloClient, 'query'>,
  incidentId: string,
  after: string | null,
): Promise<TimelinePart> {
  const events: TimelineEvent[] = [];
  let cursor = after;
  for (;;) {
    const page: TimelinePage | undefined = await readPage(client, incidentId, cursor);
    if (page === undefined) return { events, cursor };
    events.push(...page.nodes);
    cursor = page.pageInfo.endCursor ?? cursor;
    if (!page.pageInfo.hasNextPage || page.nodes.length === 0) return { events, cursor };
  }
}

async function readPage(client: Pick<ApolloClient, 'query'>, id: string, after: string | null) {
  // Kept out of the cache: the page adds up the parts by itself, and events never change.
  const { data } = await client.query({
    query: IncidentTimelinePageDocument,
    variables: { id, after },
    fetchPolicy: 'no-cache',
  });
  return data?.incident?.timeline;
}
