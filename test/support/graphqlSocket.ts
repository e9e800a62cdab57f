import { type Client, createClient, type ExecutionResult } from 'graphql-ws';
import { WebSocket } from 'ws';

/** A graphql-ws client that does not come back by itself, so that tests see how a socket ends. */
export function openGraphQLSocket(vigil: { url: string; token: string }): Client {
  return createClient({
    url: socketUrl(vigil.url),
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${vigil.token}` },
    retryAttempts: 0,
    // Without a subscription the socket is not needed any more.
    lazyCloseTimeout: 0,
  });
}

function socketUrl(url: string): string {
  return `${url.replace(/^http/, 'ws')}/graphql`;
}

/** The results of a subscription, each as it came. */
export function subscribe<Data>(
  client: Client,
  query: string,
  variables: Record<string, unknown> = {},
): AsyncGenerator<ExecutionResult<Data>, void> {
  return client.iterate<Data>({ query, variables }) as AsyncGenerator<ExecutionResult<Data>, void>;
}

/** A socket without a client, for what no client would send. */
export async function openRawSocket(url: string): Promise<WebSocket> {
  const socket = new WebSocket(socketUrl(url), 'graphql-transport-ws');
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return socket;
}

export function closeOf(socket: WebSocket): Promise<{ code: number; reason: string }> {
  return new Promise((resolve) => {
    socket.once('close', (code, reason) => resolve({ code, reason: String(reason) }));
  });
}

/** The next messages of a socket, as JSON. */
export function messagesOf(socket: WebSocket, count: number): Promise<Record<string, unknown>[]> {
  return new Promise((resolve) => {
    const messages: Record<string, unknown>[] = [];
    const receive = (data: unknown) => {
      messages.push(JSON.parse(String(data)));
      if (messages.length < count) return;
      socket.off('message', receive);
      resolve(messages);
    };
    socket.on('message', receive);
  });
}
