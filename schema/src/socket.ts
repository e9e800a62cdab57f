import { type Client, createClient } from 'graphql-ws/client';
import { backoffMs, wait } from './backoff.ts';

export interface SocketOptions {
  readonly endpoint: string;
  readonly token: string;
  readonly webSocketImpl: unknown;
  /** How long the first connection is tried for, in ms. Once it has been there, it is tried for until it is stopped. */
  readonly retryForMs: number;
  readonly now: () => number;
  readonly random: () => number;
}

const pingEveryMs = 10_000;
const pongWithinMs = 5_000;
const connectWithinMs = 15_000;

export interface Socket {
  readonly client: Client;
  /** Ends the waiting and the connecting of a client whose subscription is over: otherwise they keep the process alive. */
  readonly stop: () => void;
}

/**
 * A graphql-ws client that returns after each loss of the connection: also after a refused connection, which the library itself
 * takes for final, and after a peer that went silent.
 */
export function openSocket({ endpoint, token, webSocketImpl, retryForMs, now, random }: SocketOptions): Socket {
  const stopped = new AbortController();
  let connectedOnce = false;
  let connected = false;
  const startedAt = now();
  let watchdog: ReturnType<typeof setTimeout> | undefined;

  const watch = (ms: number) => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => client.terminate(), ms);
  };
  const unwatch = () => clearTimeout(watchdog);

  const client: Client = createClient({
    url: endpoint,
    webSocketImpl,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: (retries) => wait(backoffMs(retries, random), stopped.signal),
    shouldRetry: (event) =>
      !stopped.signal.aborted && mayReturn(event) && (connectedOnce || now() - startedAt < retryForMs),
    keepAlive: pingEveryMs,
    on: {
      connecting: () => watch(connectWithinMs),
      connected: () => {
        unwatch();
        connected = true;
        connectedOnce = true;
      },
      ping: (received) => {
        if (!received) watch(pongWithinMs);
      },
      pong: (received) => {
        if (received) unwatch();
      },
      closed: () => {
        unwatch();
        connected = false;
      },
      error: unwatch,
    },
  });

  return {
    client,
    stop: () => {
      stopped.abort();
      if (!connected) client.terminate();
      unwatch();
    },
  };
}

/** 4403 says that this token may not: it will not be let in later either. A refused upgrade (4xx) is as final. */
function mayReturn(event: unknown): boolean {
  if (typeof event !== 'object' || event === null) return false;
  if ('code' in event && event.code === 4403) return false;
  return !('message' in event && /Unexpected server response: 4\d\d/.test(String(event.message)));
}
