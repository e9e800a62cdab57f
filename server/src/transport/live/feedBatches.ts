import type { FeedChange } from '../../feed/feedChange.ts';
import type { ServerTime } from '../serverTime.ts';
import type { Gathered } from './gatherFeed.ts';

/** A batch as the contract gives it out. */
export interface FeedBatch {
  readonly changes: readonly FeedChange[];
  readonly head: string;
  readonly serverTime: Date;
}

/** Gives subscribers that see the same the same object, so that it is executed and written out once. */
export interface FeedBatches {
  /** `from` is the head of the batch before, `filterKey` tells filters apart. */
  batchOf(filterKey: string, from: string, gathered: Gathered<FeedChange>): Promise<FeedBatch>;
}

/** A batch is wanted by all within the same gathering: only the newest are kept. */
const kept = 64;

export function createFeedBatches(serverTime: ServerTime, beatMs: number): FeedBatches {
  const batches = new Map<string, Promise<FeedBatch>>();

  return {
    batchOf: (filterKey, from, { changes, head }) => {
      // Between the same two heads a filter leaves the same changes. Beats differ by their time only.
      const beat = changes.length === 0 ? Math.round(performance.now() / beatMs) : '';
      const key = `${from} ${head} ${changes.length} ${beat} ${filterKey}`;
      const known = batches.get(key);
      if (known) return known;
      const batch = serverTime.now().then((time) => ({ changes, head, serverTime: time }));
      batches.set(key, batch);
      batch.catch(() => batches.delete(key));
      const oldest = batches.size > kept ? batches.keys().next().value : undefined;
      if (oldest !== undefined) batches.delete(oldest);
      return batch;
    },
  };
}
