import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { ErrorLink } from '@apollo/client/link/error';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import type { GraphQLCodegenDataMasking } from '@apollo/client/masking';
import { type Client, createClient } from 'graphql-ws';
import type { ConnectionEvent } from './live/connection.ts';
import { reconnectDelayMs, waitOrOnline } from './live/reconnectDelay.ts';
import { resuming } from './live/resumingClient.ts';

declare module '@apollo/client' {
  export interface TypeOverrides extends GraphQLCodegenDataMasking.TypeOverrides {}
}

export interface ServerConnection {
  readonly client: ApolloClient;
  readonly socket: Client;
  readonly close: () => void;
}

interface ServerConnectionOptions {
  readonly token: string;
  /** The token is not, or no longer, in force. */
  readonly onUnauthenticated: () => void;
  readonly onConnection: (event: ConnectionEvent) => void;
}

/** Queries and mutations over HTTP, subscriptions over one WebSocket that reconnects by itself. */
export function connectToServer(options: ServerConnectionOptions): ServerConnection {
  const socket = connectSocket(options);
  const http = new HttpLink({ uri: '/graphql', headers: { authorization: `Bearer ${options.token}` } });
  const errors = new ErrorLink(({ error }) => {
    if (isUnauthenticated(error)) options.onUnauthenticated();
  });
  const transport = ApolloLink.split(
    ({ operationType }) => operationType === 'subscription',
    new GraphQLWsLink(resuming(socket)),
    http,
  );
  const client = new ApolloClient({ link: errors.concat(transport), cache: new InMemoryCache(), dataMasking: true });
  return {
    client,
    socket,
    close() {
      client.stop();
      void socket.dispose();
    },
  };
}

function connectSocket({ token, onUnauthenticated, onConnection }: ServerConnectionOptions): Client {
  return createClient({
    url: () => `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/graphql`,
    connectionParams: { authorization: `Bearer ${token}` },
    connectionAckWaitTimeout: 10_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    // A socket that cannot be opened reports an error event, which graphql-ws would take for final.
    shouldRetry: (reason) => !isRefusal(reason),
    retryWait(attempt) {
      const delayMs = reconnectDelayMs(attempt);
      const at = Date.now();
      onConnection({ type: 'retryScheduled', at, retryAt: at + delayMs });
      return waitOrOnline(delayMs);
    },
    on: {
      connecting: () => onConnection({ type: 'connecting', at: Date.now() }),
      connected: () => onConnection({ type: 'connected', at: Date.now() }),
      closed(reason) {
        onConnection({ type: 'closed', at: Date.now() });
        if (isRefusal(reason)) onUnauthenticated();
      },
    },
  });
}

/** 4401 and 4403: the token is unknown, revoked, or may not subscribe. */
function isRefusal(reason: unknown): boolean {
  if (typeof reason !== 'object' || reason === null || !('code' in reason)) return false;
  return reason.code === 4401 || reason.code === 4403;
}

function isUnauthenticated(error: unknown): boolean {
  if (ServerError.is(error)) return error.statusCode === 401;
  return CombinedGraphQLErrors.is(error) && error.errors.some((each) => each.extensions?.code === 'UNAUTHENTICATED');
}
