import { setTimeout as sleep } from 'node:timers/promises';

/** Changes that came within one gathering; none in a beat. */
export interface Gathered<Change> {
  readonly changes: readonly Change[];
  /** The cursor behind all that was seen so far, changes that were not kept too. */
  readonly head: string;
}

export interface GatherOptions<Change> {
  /** Where the feed begins. */
  readonly head: string;
  /** Which changes are delivered. */
  readonly keep: (change: Change) => boolean;
  /** How long changes are gathered, in ms. */
  readonly gatherMs: number;
  /** The longest silence, in ms. */
  readonly beatMs: number;
  /** A gathering ends early when it has so many changes. */
  readonly most: number;
  /** The monotonic clock, in ms. */
  readonly now: () => number;
}

/**
 * Gathers a feed into batches. The first comes within `gatherMs` even if it is empty: it says that the feed is alive.
 * Gatherings end on multiples of `gatherMs`, so that those who follow the same feed get the same batches.
 */
export async function* gatherFeed<Change extends { readonly cursor: string }>(
  feed: AsyncIterable<readonly Change[]>,
  signal: AbortSignal,
  { head: begin, keep, gatherMs, beatMs, most, now }: GatherOptions<Change>,
): AsyncGenerator<Gathered<Change>, void> {
  const source = feed[Symbol.asyncIterator]();
  const nextMultiple = (ms: number) => (Math.floor(now() / ms) + 1) * ms;
  let pending: Promise<IteratorResult<readonly Change[], unknown>> | null = null;
  let gathered: Change[] = [];
  let head = begin;
  let deadline = nextMultiple(gatherMs);
  try {
    while (!signal.aborted) {
      pending ??= source.next();
      const arrived = await within(pending, deadline - now(), signal);
      if (arrived !== null) {
        pending = null;
        if (arrived.done) break;
        const kept = arrived.value.filter(keep);
        if (gathered.length === 0 && kept.length > 0) deadline = Math.min(deadline, nextMultiple(gatherMs));
        gathered.push(...kept);
        head = arrived.value.at(-1)?.cursor ?? head;
      }
      while (gathered.length > most) {
        const changes = gathered.slice(0, most);
        gathered = gathered.slice(most);
        yield { changes, head: changes.at(-1)?.cursor ?? head };
      }
      if (now() < deadline || signal.aborted) continue;
      const changes = gathered;
      gathered = [];
      deadline = nextMultiple(beatMs);
      yield { changes, head };
    }
    if (gathered.length > 0) yield { changes: gathered, head };
  } finally {
    pending?.catch(() => {});
    await source.return?.();
  }
}

/** What a promise brings, or null when the time is over before. */
async function within<Value>(promise: Promise<Value>, waitMs: number, signal: AbortSignal): Promise<Value | null> {
  const over = new AbortController();
  try {
    return await Promise.race([
      promise,
      sleep(Math.max(0, waitMs), null, { signal: AbortSignal.any([over.signal, signal]) }).catch(() => null),
    ]);
  } finally {
    over.abort();
  }
}
