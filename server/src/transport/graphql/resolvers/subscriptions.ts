import { followBacktest } from '../../../application/backtestPolicy.ts';
import { checkFilter, type IncidentFilter, matchesFilter } from '../../../application/incidentFilter.ts';
import { InvalidArgument } from '../../../application/invalidArgument.ts';
import type { RevisionKind } from '../../../domain/revision.ts';
import { type FeedPlan, type Following, LiveSource } from '../../live/liveSource.ts';
import type {
  SubscriptionIncidentChangedArgs,
  SubscriptionIncidentFeedArgs,
  SubscriptionResolvers,
} from '../__generated__/resolvers.ts';
import type { GraphQLContext } from '../context.ts';

const gatherMs = 100;
/** A change often brings others: the notification of it, an answer to it. None of the first few waits. */
const burst = 3;
/** The longest silence of a board's feed. */
const beatMs = 2000;
/** A batch stays well below what a socket may have buffered. */
const mostPerBatch = 200;
const highestRate = 100;

export const subscriptions: SubscriptionResolvers = {
  incidentChanged: {
    subscribe: (_root, args, context) => new LiveSource('incidentChanged', followFeed(context, args, changePlan)),
  },
  incidentFeed: {
    subscribe: (_root, args, context) => new LiveSource('incidentFeed', followFeed(context, args, batchPlan)),
  },
  metricsChanged: {
    subscribe: (_root, question, { live }) => {
      const values = (signal: AbortSignal) => live.followMetrics(question, signal);
      return new LiveSource('metricsChanged', { kind: 'values', values });
    },
  },
  backtestProgress: {
    subscribe: (_root, { input }, { app }) => {
      const values = (signal: AbortSignal) => followBacktest(app, input, signal);
      return new LiveSource('backtestProgress', { kind: 'values', values });
    },
  },
  revisionChanged: {
    subscribe: (_root, { kind }, { live }) => {
      const values = (signal: AbortSignal) => live.followRevision(kind, signal);
      return new LiveSource('revisionChanged', { kind: 'values', values: withKind(values, kind) });
    },
  },
  systemStatusChanged: {
    subscribe: (_root, _args, { live }) => {
      const values = (signal: AbortSignal) => live.systemStatus.follow(signal);
      return new LiveSource('systemStatusChanged', { kind: 'values', values });
    },
  },
};

function withKind(values: (signal: AbortSignal) => AsyncIterable<string>, kind: RevisionKind) {
  return async function* (signal: AbortSignal) {
    for await (const revision of values(signal)) yield { kind, revision };
  };
}

const changePlan = {
  most: 1,
  gatherMs: 0,
  burst: 1,
  beatMs: null,
  event: ([change]) => change,
} satisfies Partial<FeedPlan>;
const batchPlan = {
  most: mostPerBatch,
  gatherMs,
  burst,
  beatMs,
  event: (changes, head, serverTime) => ({ changes, head, serverTime }),
} satisfies Partial<FeedPlan>;

type FeedArgs = Partial<SubscriptionIncidentChangedArgs & SubscriptionIncidentFeedArgs>;

/** Its start rejects with InvalidArgument, or with CursorError when the feed cannot go on from the cursor. */
function followFeed(
  { app }: GraphQLContext,
  { filter, after, maxRate }: FeedArgs,
  plan: Omit<FeedPlan, 'keep' | 'merge' | 'everyMs'>,
): Following {
  const wanted = filter ?? {};
  const rate = maxRate ?? null;
  return {
    kind: 'feed',
    start: async () => {
      checkFilter(wanted);
      if (rate !== null && (rate < 1 || rate > highestRate)) {
        throw new InvalidArgument(['maxRate'], `maxRate is ${rate}, it must be 1 to ${highestRate}`);
      }
      return await app.feed.positionOf(after ?? null);
    },
    plan: {
      ...plan,
      keep: (change) => concerns(change, wanted),
      merge: rate !== null,
      everyMs: rate === null ? 0 : 1000 / rate,
    },
  };
}

/** An incident that leaves the filter is of interest too: a list has to take it out. */
function concerns({ incident, previous }: Parameters<FeedPlan['keep']>[0], filter: IncidentFilter): boolean {
  if (matchesFilter(incident, filter)) return true;
  return previous !== null && matchesFilter({ ...incident, ...previous }, filter);
}
