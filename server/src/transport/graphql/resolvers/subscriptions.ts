import { followBacktest } from '../../../application/backtestPolicy.ts';
import { checkFilter, type IncidentFilter, matchesFilter } from '../../../application/incidentFilter.ts';
import type { FeedChange } from '../../../feed/feedChange.ts';
import { abortable } from '../../live/abortable.ts';
import type { FeedBatch } from '../../live/feedBatches.ts';
import { gatherFeed } from '../../live/gatherFeed.ts';
import { beatMs } from '../../live/liveValues.ts';
import type { SubscriptionResolvers } from '../__generated__/resolvers.ts';
import type { GraphQLContext } from '../context.ts';

const gatherMs = 100;
/** A batch stays well below what a socket may have buffered. */
const mostPerBatch = 200;

export const subscriptions: SubscriptionResolvers = {
  incidentChanged: {
    subscribe: (_root, { filter, after }, context) =>
      abortable((signal) => named('incidentChanged', followChanges(context, filter ?? {}, after ?? null, signal))),
  },
  incidentFeed: {
    subscribe: (_root, { filter, after }, context) =>
      abortable((signal) => named('incidentFeed', followBatches(context, filter ?? {}, after ?? null, signal))),
  },
  metricsChanged: {
    subscribe: (_root, { range, filter }, { live }) =>
      abortable((signal) =>
        named(
          'metricsChanged',
          live.followMetrics({ ...range, timeZone: range.timeZone ?? null }, filter ?? null, signal),
        ),
      ),
  },
  backtestProgress: {
    subscribe: (_root, { input }, { app }) =>
      abortable((signal) => named('backtestProgress', followBacktest(app, input, signal))),
  },
  systemStatusChanged: {
    subscribe: (_root, _args, { live }) =>
      abortable((signal) => named('systemStatusChanged', live.systemStatus.follow(signal))),
  },
};

async function* followChanges(
  { app }: GraphQLContext,
  filter: IncidentFilter,
  after: string | null,
  signal: AbortSignal,
): AsyncGenerator<FeedChange, void> {
  checkFilter(filter);
  for await (const changes of app.feed.follow(after, signal)) {
    for (const change of changes) {
      if (signal.aborted) return;
      if (concerns(change, filter)) yield change;
    }
  }
}

async function* followBatches(
  { app, live, figures, serverTime }: GraphQLContext,
  filter: IncidentFilter,
  after: string | null,
  signal: AbortSignal,
): AsyncGenerator<FeedBatch, void> {
  checkFilter(filter);
  const filterKey = JSON.stringify(filter);
  const startedAt = await serverTime.now();
  let head = after ?? (await app.feed.head());
  const feed = app.feed.follow(head, signal);
  const keep = (change: FeedChange) => concerns(change, filter);
  const options = { head, keep, gatherMs, beatMs, most: mostPerBatch, now: () => performance.now() };
  for await (const gathered of gatherFeed(feed, signal, options)) {
    const batch = await live.batches.batchOf(filterKey, head, gathered);
    head = gathered.head;
    const last = batch.changes.at(-1);
    // What was missed before is old by its nature and says nothing about the feed.
    if (last && last.at >= startedAt) {
      figures.feedLagSeconds.observe(Math.max(0, batch.serverTime.getTime() - last.at.getTime()) / 1000);
    }
    yield batch;
  }
}

/** An incident that leaves the filter is of interest too: a list has to take it out. */
function concerns({ incident, previous }: FeedChange, filter: IncidentFilter): boolean {
  if (matchesFilter(incident, filter)) return true;
  return previous !== null && matchesFilter({ ...incident, ...previous }, filter);
}

async function* named<Key extends string, Value>(
  key: Key,
  values: AsyncGenerator<Value, void>,
): AsyncGenerator<{ [key in Key]: Value }, void> {
  for await (const value of values) yield { [key]: value } as { [key in Key]: Value };
}
