import type { ApolloClient } from '@apollo/client';
import type { Client } from 'graphql-ws';
import { retry, timer } from 'rxjs';
import { BoardHeadDocument, SystemStateChangedDocument } from '../__generated__/operations.ts';
import type { LiveStore } from './liveStore.ts';
import { reconnectDelayMs } from './reconnectDelay.ts';
import { runFeed } from './runFeed.ts';

const tickMs = 1_000;
const pruneEveryTicks = 60;
/** A socket that has been silent for so long is dead, even if nobody closed it. */
const deadAfterMs = 15_000;

interface LiveSources {
  readonly client: ApolloClient;
  readonly socket: Client;
}

/** Keeps the store up to date until the answer is called. */
export function startLive({ client, socket }: LiveSources, store: LiveStore): () => void {
  const feed = runFeed(client, store);
  const system = watchSystem({ client, socket }, store);
  let ticks = 0;
  const ticker = setInterval(() => {
    const nowMs = Date.now();
    ticks += 1;
    store.dispatch({ type: 'connection', event: { type: 'tick', at: nowMs } });
    store.dispatch({ type: 'ticked', nowMs, prune: ticks % pruneEveryTicks === 0 });
    const { connection } = store.getState();
    if (connection.kind === 'DELAYED' && nowMs - connection.beatAt > deadAfterMs) socket.terminate();
  }, tickMs);
  return () => {
    clearInterval(ticker);
    feed.unsubscribe();
    system();
    store.flush();
  };
}

function watchSystem({ client, socket }: LiveSources, store: LiveStore): () => void {
  const subscription = client
    .subscribe({ query: SystemStateChangedDocument, fetchPolicy: 'no-cache' })
    .pipe(retry({ resetOnSuccess: true, delay: (_, attempt) => timer(reconnectDelayMs(attempt)) }))
    .subscribe(({ data }) => {
      if (data) store.dispatch({ type: 'systemChanged', system: data.systemStatusChanged });
    });
  // What changed while the connection was lost is not sent again.
  const unlisten = socket.on('connected', (_socket, _payload, wasRetry) => {
    if (!wasRetry) return;
    client
      .query({ query: BoardHeadDocument, fetchPolicy: 'no-cache' })
      .then(({ data }) => data && store.dispatch({ type: 'systemChanged', system: data.systemStatus }))
      .catch(() => {
        // The next change of the system brings its state anyway, and the connection shows its own trouble.
      });
  });
  return () => {
    subscription.unsubscribe();
    unlisten();
  };
}
