import {
  IncidentFeedDocument,
  type IncidentFeedSubscription,
  type IncidentFilter,
} from './__generated__/operations.ts';
import { backoffMs, wait } from './backoff.ts';
import { VigilError } from './errors.ts';
import { textOf } from './http.ts';
import { openSocket, type SocketOptions } from './socket.ts';
import { errorFromSocket } from './socketError.ts';

type FeedBatch = IncidentFeedSubscription['incidentFeed'];
export type IncidentChange = FeedBatch['changes'][number];

export interface SubscribeOptions {
  readonly filter?: IncidentFilter | undefined;
  /** The cursor of the last change that was seen; without it only changes from now on are delivered. */
  readonly after?: string | undefined;
  /**
   * At most so many updates a second, 1 to 100: in between, changes of one incident become one, with its newest state. Every change when
   * it is not given.
   */
  readonly maxRate?: number | undefined;
  /** Ends the subscription without an error. */
  readonly signal?: AbortSignal | undefined;
}

export interface Subscriber extends Omit<SocketOptions, 'webSocketImpl'> {
  readonly webSocketImpl: () => Promise<unknown>;
  readonly feedHead: () => Promise<string>;
  readonly closed: AbortSignal;
}

/** Changes held for a consumer that is slower than the server. Past it the socket is given up and resumed by cursor later. */
const mostPending = 5_000;
const mostEndsInARow = 5;

/**
 * The changes of incidents in commit order, without gap or repetition across lost connections and restarts of the server.
 *
 * It reads `incidentFeed`, not `incidentChanged`: only the former moves the cursor on (its `head`) while no change matches the
 * filter, so that a quiet subscription does not return with a cursor that became too old.
 * @throws CursorError when the server cannot go on from the cursor; VigilError when it lets nobody in.
 */
export function subscribeToChanges(
  subscriber: Subscriber,
  options: SubscribeOptions,
): AsyncGenerator<IncidentChange, void> {
  // Asked for at once, not with the first `next()`: what happens in between belongs to the caller.
  // Subscribing without a cursor instead would lose what is committed if the first connection breaks before its first batch.
  const start = Promise.all([options.after ?? subscriber.feedHead(), subscriber.webSocketImpl()]);
  start.catch(() => {});
  return deliver(subscriber, options, start);
}

async function* deliver(
  subscriber: Subscriber,
  { filter, maxRate, signal }: SubscribeOptions,
  start: Promise<[cursor: string, webSocketImpl: unknown]>,
): AsyncGenerator<IncidentChange, void> {
  const stopped = signal ? AbortSignal.any([signal, subscriber.closed]) : subscriber.closed;
  if (stopped.aborted) return;
  let [cursor, webSocketImpl] = await start;
  const pending: IncidentChange[] = [];
  let failure: VigilError | undefined;
  let close: (() => void) | undefined;
  let endsInARow = 0;
  let wake = () => {};
  const onStopped = () => wake();
  stopped.addEventListener('abort', onStopped);

  const open = () =>
    openFeed({ ...subscriber, webSocketImpl }, () => ({ filter, after: cursor, maxRate }), {
      batch: ({ changes, head }) => {
        pending.push(...changes);
        cursor = head;
        if (pending.length > mostPending) {
          close?.();
          close = undefined;
        }
        endsInARow = 0;
        if (changes.length > 0) wake();
      },
      ended: () => {
        endsInARow++;
        close = undefined;
        if (endsInARow > mostEndsInARow)
          failure = new VigilError('UNAVAILABLE', 'the server keeps ending the subscription');
        wake();
      },
      failed: (error) => {
        failure = error;
        wake();
      },
    });

  try {
    while (!stopped.aborted) {
      const change = pending.shift();
      if (change) {
        yield change;
        continue;
      }
      if (failure) throw failure;
      if (!close && endsInARow > 0) await wait(backoffMs(endsInARow, subscriber.random), stopped);
      if (stopped.aborted) return;
      close ??= open();
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    stopped.removeEventListener('abort', onStopped);
    close?.();
  }
}

interface FeedSink {
  readonly batch: (batch: FeedBatch) => void;
  /** The server ended it without an error, as it may when it is shut down. */
  readonly ended: () => void;
  readonly failed: (error: VigilError) => void;
}

function openFeed(options: SocketOptions, variables: () => Record<string, unknown>, sink: FeedSink): () => void {
  const socket = openSocket(options);
  let over = false;
  const end = (tell: () => void) => {
    if (over) return;
    over = true;
    socket.stop();
    tell();
  };
  const fail = (error: unknown) => end(() => sink.failed(errorFromSocket(error)));
  const unsubscribe = socket.client.subscribe<IncidentFeedSubscription>(
    {
      query: textOf(IncidentFeedDocument),
      // The library keeps this object and serialises it again for each subscribe message: a getter gives the cursor of that moment.
      get variables() {
        return variables();
      },
    },
    {
      next: ({ data, errors }) => {
        if (over) return;
        if (errors) fail(errors);
        else if (data) sink.batch(data.incidentFeed);
      },
      error: fail,
      complete: () => end(sink.ended),
    },
  );
  return () => {
    over = true;
    unsubscribe();
    socket.stop();
  };
}
