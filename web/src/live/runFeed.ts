import type { ApolloClient } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { defer, from, of, repeat, retry, type Subscription, switchMap, tap, timer } from 'rxjs';
import { BoardFeedDocument, type SystemStateFragment } from '../__generated__/operations.ts';
import { isCaughtUp } from './connection.ts';
import type { LiveIncident } from './liveIncident.ts';
import type { LiveStore } from './liveStore.ts';
import { loadSnapshot } from './loadSnapshot.ts';
import { reconnectDelayMs } from './reconnectDelay.ts';

/**
 * Snapshot, then the feed behind it. Lost connections are the socket's affair (it retries and resumes by cursor); here
 * only what ends the subscription itself is handled: a refused cursor loads the snapshot again, anything else waits.
 */
export function runFeed(client: ApolloClient, store: LiveStore): Subscription {
  let cursor: string | null = null;
  return defer(() => (cursor === null ? from(load(client, store)) : of(cursor)))
    .pipe(
      switchMap((head) => {
        cursor = head;
        return client.subscribe({ query: BoardFeedDocument, variables: { after: head }, fetchPolicy: 'no-cache' });
      }),
      tap((result) => {
        if (result.error) throw result.error;
        const batch = result.data?.incidentFeed;
        if (!batch) return;
        cursor = batch.head;
        store.enqueue(batch.changes);
        store.dispatch({
          type: 'connection',
          event: { type: 'batch', at: Date.now(), changes: batch.changes.length, caughtUp: isCaughtUp(batch) },
        });
      }),
      retry({
        resetOnSuccess: true,
        delay: (error: unknown, attempt) => {
          const isRefused = isRefusedCursor(error);
          if (isRefused) cursor = null;
          const delayMs = isRefused && attempt === 1 ? 0 : reconnectDelayMs(attempt - 1);
          if (!isRefused) reportFailure(store, error, delayMs);
          return timer(delayMs);
        },
      }),
      // A server that ends the subscription in good order is about to leave.
      repeat({ delay: (round) => timer(reconnectDelayMs(Math.min(round, 3))) }),
    )
    .subscribe();
}

async function load(client: ApolloClient, store: LiveStore): Promise<string> {
  const before = store.getState().load.kind;
  const gathered: LiveIncident[] = [];
  let isOver = false;
  const sink = {
    head: (system: SystemStateFragment) => store.dispatch({ type: 'systemChanged', system }),
    page: (incidents: readonly LiveIncident[]) => {
      // Another page of the same load failed: what still comes is older than what the next load and the feed bring.
      if (isOver) return;
      if (before === 'LOADING') store.dispatch({ type: 'pageLoaded', incidents, nowMs: Date.now() });
      else gathered.push(...incidents);
    },
  };
  const head = await loadSnapshot(client, sink).finally(() => {
    isOver = true;
  });
  if (before === 'LOADING') {
    store.dispatch({ type: 'loaded' });
    return head;
  }
  // After a first load that failed, too: what it had read may be over by now, and nothing would say so.
  store.flush();
  store.dispatch({ type: 'reloaded', incidents: gathered, nowMs: Date.now() });
  if (before === 'LOADED') store.dispatch({ type: 'connection', event: { type: 'resynced', at: Date.now() } });
  return head;
}

function reportFailure(store: LiveStore, error: unknown, delayMs: number): void {
  const at = Date.now();
  store.dispatch({ type: 'loadFailed', message: error instanceof Error ? error.message : String(error) });
  store.dispatch({ type: 'connection', event: { type: 'retryScheduled', at, retryAt: at + delayMs } });
}

/** The server no longer has what came behind the cursor, or never gave it out. */
export function isRefusedCursor(error: unknown): boolean {
  if (!CombinedGraphQLErrors.is(error)) return false;
  return error.errors.some(({ extensions }) => {
    const code = extensions?.code;
    return code === 'CURSOR_TOO_OLD' || code === 'CURSOR_INVALID';
  });
}
