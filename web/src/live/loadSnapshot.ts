import type { ApolloClient } from '@apollo/client';
import {
  BoardHeadDocument,
  BoardSnapshotPageDocument,
  type BoardSnapshotPageQuery,
  type BoardSnapshotPageQueryVariables,
  type SystemStateFragment,
} from '../__generated__/operations.ts';
import { type LiveIncident, toLiveIncident } from './liveIncident.ts';
import { boardBound, resolvedForMs } from './scope.ts';

const pageSize = 250;
const resolvedBound = 1_000;
/** The contract can only filter by opening; what stayed open longer than this before it was resolved is left to the list. */
const openedWithinMs = 7 * resolvedForMs;

interface SnapshotSink {
  /** The feed's head and the state of the system, read before any incident. */
  readonly head: (state: SystemStateFragment, serverTimeMs: number) => void;
  readonly page: (incidents: readonly LiveIncident[]) => void;
}

/**
 * Reads the feed's head, then the incidents: whatever changes in between comes again with the feed behind that head.
 * Answers the head.
 */
export async function loadSnapshot(client: ApolloClient, sink: SnapshotSink): Promise<string> {
  const { data } = await client.query({ query: BoardHeadDocument, fetchPolicy: 'no-cache' });
  if (!data) throw new Error('The server did not say where its feed stands.');
  const { feedHead, serverTime, ...state } = data.systemStatus;
  const serverTimeMs = Date.parse(serverTime);
  sink.head(state, serverTimeMs);
  await Promise.all([
    loadPages(client, { filter: { status: ['OPEN', 'ACKNOWLEDGED'] }, orderBy: 'URGENCY' }, boardBound, sink.page),
    loadPages(
      client,
      {
        filter: { status: ['RESOLVED'], openedAfter: new Date(serverTimeMs - openedWithinMs).toISOString() },
        orderBy: 'OPENED_AT_DESC',
      },
      resolvedBound,
      sink.page,
    ),
  ]);
  return feedHead;
}

async function loadPages(
  client: ApolloClient,
  query: Pick<BoardSnapshotPageQueryVariables, 'filter' | 'orderBy'>,
  bound: number,
  onPage: SnapshotSink['page'],
): Promise<void> {
  let after: string | null = null;
  for (let loaded = 0; loaded < bound; ) {
    const { nodes, pageInfo }: Page = await loadPage(client, {
      ...query,
      first: Math.min(pageSize, bound - loaded),
      after,
    });
    onPage(nodes.map((node) => toLiveIncident(node, null)));
    if (!pageInfo.hasNextPage || pageInfo.endCursor === null || nodes.length === 0) return;
    loaded += nodes.length;
    after = pageInfo.endCursor;
  }
}

type Page = BoardSnapshotPageQuery['incidents'];

async function loadPage(client: ApolloClient, variables: BoardSnapshotPageQueryVariables): Promise<Page> {
  const { data } = await client.query({
    query: BoardSnapshotPageDocument,
    variables,
    fetchPolicy: 'no-cache',
    // The answer to a load that has failed meanwhile may be on its way still: it is older than this load's head.
    context: { queryDeduplication: false },
  });
  if (!data) throw new Error('The server did not answer with incidents.');
  return data.incidents;
}
