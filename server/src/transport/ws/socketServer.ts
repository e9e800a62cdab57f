import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphQLSchema } from 'graphql';
import { handleProtocols, makeServer, type SubscribePayload } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Viewer } from '../../domain/access.ts';
import { bearerOf } from '../authenticate.ts';
import { drainMs, socketBounds } from '../bounds.ts';
import type { Shared } from '../graphql/context.ts';
import { presentError } from '../graphql/presentError.ts';
import { keepAlive } from './keepAlive.ts';
import { LiveSubscription } from './liveSubscription.ts';
import { createSocketOperations } from './operations.ts';
import { Outbox } from './outbox.ts';
import { TurnWrites } from './turnWrites.ts';

/** Close codes of our own besides those of graphql-transport-ws. */
const closeCodes = { unauthorized: 4401, forbidden: 4403, tooSlow: 4413, goingAway: 1001 } as const;
/** How long a socket may take to close before it is cut. */
const closeMs = 1000;
/** RFC 6455, 5.5: a control frame has at most 125 bytes, and two are the code. */
const closeReasonBytes = 123;

export interface SocketServer {
  /** Refuses new sockets, lets queries and mutations in flight end, then closes every socket with 1001. */
  close(): Promise<void>;
}

/** What is known of a socket. */
interface Extra {
  readonly socket: WebSocket;
  readonly outbox: Outbox;
  /** What its operations were asked with, by their ids. */
  readonly operations: Map<string, SubscribePayload>;
  session: { readonly secret: string; readonly viewer: Viewer } | null;
}

/** Speaks graphql-transport-ws on `/graphql` of an HTTP server. */
export function attachSocketServer(http: Server, schema: GraphQLSchema, shared: Shared): SocketServer {
  const { authenticator, figures, app } = shared;
  const operations = createSocketOperations(schema, shared);
  const open = new Set<Extra>();
  let closing = false;

  const protocol = makeServer<Record<string, unknown>, Extra>({
    connectionInitWaitTimeout: socketBounds.initialiseMs,
    onConnect: async ({ connectionParams, extra }) => {
      const secret = bearerOf(connectionParams?.authorization ?? connectionParams?.Authorization);
      const viewer = secret === null ? null : await authenticator.viewerOf(secret);
      if (secret === null || viewer === null) {
        extra.socket.close(closeCodes.unauthorized, secret === null ? 'Unauthorized: no token' : 'Unauthorized');
        return false;
      }
      extra.session = { secret, viewer };
      return true;
    },
    onSubscribe: ({ subscriptions, extra }, id, payload) => {
      if (extra.session === null) throw new Error('A socket that was not let in asks for an operation');
      extra.operations.set(id, payload);
      return operations.admit(payload, extra.session.viewer, Object.keys(subscriptions).length);
    },
    execute: operations.execute,
    subscribe: operations.subscribe,
    onOperation: ({ extra }, id, payload, _args, result) => {
      // The client has ended it and used its id again. graphql-ws knows operations by their ids and would take its result and its end for
      // those of the other one: it goes no further.
      if (extra.operations.get(id) !== payload) return new Promise<void>(() => {});
      if (result instanceof LiveSubscription)
        result.deliverTo({ outbox: extra.outbox, id: Buffer.from(JSON.stringify(id)) });
    },
    onNext: (_context, _id, _payload, _args, result) => operations.present(result),
    onError: ({ extra }, id, payload, errors) => {
      forget(extra, id, payload);
      return errors.map((error) => presentError(error, app.log));
    },
    onComplete: ({ extra }, id, payload) => forget(extra, id, payload),
  });

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: socketBounds.messageBytes,
    handleProtocols,
    // A turn for each message: graphql-ws takes the end of a subscription for that of the next one with its id when both come together.
    allowSynchronousEvents: false,
  });

  const writes = new TurnWrites();

  function serve(socket: WebSocket, stream: Duplex): void {
    const onTooSlow = () => {
      figures.socketsCutOff.inc();
      socket.close(closeCodes.tooSlow, 'Too slow: come back with the last cursor');
      terminateLater(socket, socketBounds.drainMs);
    };
    const outbox = new Outbox({ socket, stream, writes, onTooSlow });
    const extra: Extra = { socket, outbox, operations: new Map(), session: null };
    open.add(extra);
    figures.sockets.inc();
    const stopPings = keepAlive(socket, socketBounds.keepAliveMs);
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        // Not waited for: an operation that has its result is over, and its id may be used again.
        send: (text) => void outbox.send(text),
        close: (code, reason) => {
          outbox.flush();
          socket.close(code, closeReason(reason));
        },
        onMessage: (receive) => {
          socket.on('message', (data) => {
            // One that we close may go on sending for as long as it does not close too: it is not served any more.
            if (socket.readyState !== socket.OPEN) return;
            receive(String(data)).catch((error: unknown) => {
              app.log.error({ err: error }, 'A message of a socket could not be dealt with');
              socket.close(4500, 'Internal server error');
            });
          });
        },
      },
      extra,
    );
    socket.on('error', (error) => app.log.debug({ err: error }, 'A socket broke'));
    socket.once('close', (code, reason) => {
      open.delete(extra);
      figures.sockets.dec();
      stopPings();
      outbox.close();
      void closed(code, String(reason));
    });
  }

  function onUpgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const path = request.url?.split('?', 1)[0];
    if (path !== '/graphql' && path !== '/graphql/') {
      refuse(stream, '404 Not Found');
    } else if (closing || open.size >= socketBounds.sockets) {
      refuse(stream, '503 Service Unavailable');
    } else {
      sockets.handleUpgrade(request, stream, head, (socket) => serve(socket, stream));
    }
  }

  const stopListening = authenticator.onRevoked((id) => {
    for (const { session, socket } of open) {
      if (session?.viewer.tokenId === id) socket.close(closeCodes.forbidden, 'The token was revoked');
    }
  });
  // Another server on the same database may have revoked a token.
  const verifying = setInterval(() => {
    for (const { session, socket } of open) {
      if (session === null) continue;
      authenticator.viewerOf(session.secret).then(
        (viewer) => viewer ?? socket.close(closeCodes.forbidden, 'The token was revoked'),
        (error: unknown) => app.log.warn({ err: error }, 'The token of a socket could not be verified'),
      );
    }
  }, socketBounds.verifyMs);
  http.on('upgrade', onUpgrade);

  return {
    close: async () => {
      closing = true;
      clearInterval(verifying);
      stopListening();
      const deadline = performance.now() + drainMs;
      while (operations.inFlight() > 0 && performance.now() < deadline) await sleep(10);
      await Promise.all([...open].map(({ socket, outbox }) => closeSocket(socket, outbox)));
      http.off('upgrade', onUpgrade);
      sockets.close();
    },
  };
}

function forget({ operations }: Extra, id: string, payload: SubscribePayload): void {
  if (operations.get(id) === payload) operations.delete(id);
}

/** As much of a reason as a close frame has room for, which may quote what a client sent: whole characters only. */
function closeReason(reason = ''): Buffer {
  const bytes = Buffer.alloc(closeReasonBytes);
  return bytes.subarray(0, new TextEncoder().encodeInto(reason, bytes).written);
}

async function closeSocket(socket: WebSocket, outbox: Outbox): Promise<void> {
  outbox.flush();
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.close(closeCodes.goingAway, 'Going away');
  terminateLater(socket, closeMs);
  await closed;
}

function terminateLater(socket: WebSocket, waitMs: number): void {
  const timer = setTimeout(() => socket.terminate(), waitMs);
  socket.once('close', () => clearTimeout(timer));
}

function refuse(stream: Duplex, status: string): void {
  stream.on('error', () => {});
  stream.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
