import type { FeedChange } from '../../feed/feedChange.ts';

/** How the feed is told to subscribers. */
export interface FeedPlan {
  readonly keep: (change: Pick<FeedChange, 'incident' | 'previous'>) => boolean;
  /** Whether changes of one incident that are told at the same time become one. */
  readonly merge: boolean;
  /** How many changes one message may tell. */
  readonly most: number;
  /** In the long run no more than one telling in this time: what comes sooner is gathered for at most so long. 0 tells all at once. */
  readonly gatherMs: number;
  /** So many tellings may follow each other at once after a silence; 1 or more. */
  readonly burst: number;
  /** The least time between two tellings. */
  readonly everyMs: number;
  /** The longest silence; null when silence needs no beat. */
  readonly beatMs: number | null;
  /** The value of the subscription's field; `head` is the cursor behind all that is told with it. */
  readonly event: (changes: readonly FeedChange[], head: string, serverTime: Date) => unknown;
}

/**
 * What is followed: the feed from a position on, or values that are the same for all. `start` finds the position, and rejects when the
 * subscription cannot begin.
 */
export type Following =
  | { readonly kind: 'feed'; readonly start: () => Promise<number>; readonly plan: FeedPlan }
  | { readonly kind: 'values'; readonly values: (signal: AbortSignal) => AsyncIterable<unknown> };

/**
 * What a subscription's resolver answers with. It does not iterate by itself: whoever asks the same follows it in one group, which
 * executes and serialises each event once. An AsyncIterable because GraphQL asks for one.
 */
export class LiveSource<Payload> implements AsyncIterable<Payload> {
  /** The field of the payload that has the event. */
  readonly field: keyof Payload & string;
  readonly following: Following;

  constructor(field: keyof Payload & string, following: Following) {
    this.field = field;
    this.following = following;
  }

  [Symbol.asyncIterator](): AsyncIterator<Payload> {
    throw new Error('A live source is followed by a group, not by each subscriber');
  }
}
