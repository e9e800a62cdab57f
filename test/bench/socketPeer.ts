import { EventEmitter, on } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { readSdl } from '@vigil/schema/sdl';
import Fastify from 'fastify';
import { buildSchema, type GraphQLObjectType } from 'graphql';
import { handleProtocols } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import mercurius from 'mercurius';
import { type WebSocket, WebSocketServer } from 'ws';
import { boardChange } from './boardChange.ts';
import type { FromPeer, PeerKind, ToPeer } from './peerProcess.ts';

/** What others would serve subscriptions with, in a process of its own that peerProcess.ts starts. */
interface Peer {
  readonly port: number;
  publish(change: unknown): void;
}

const peers = { graphqlWs: startGraphqlWs, mercurius: startMercurius, ws: startWs } satisfies Record<
  PeerKind,
  () => Promise<Peer>
>;

/** graphql-ws as it comes. */
async function startGraphqlWs(): Promise<Peer> {
  const changes = new EventEmitter().setMaxListeners(0);
  async function* incidentChanged() {
    for await (const [change] of on(changes, 'change')) yield { incidentChanged: change };
  }
  const schema = buildSchema(readSdl());
  const field = (schema.getSubscriptionType() as GraphQLObjectType).getFields().incidentChanged;
  if (field) field.subscribe = incidentChanged;
  const http = createServer();
  useServer({ schema }, new WebSocketServer({ server: http, path: '/graphql' }));
  return { port: await listen(http), publish: (change) => changes.emit('change', change) };
}

async function startMercurius(): Promise<Peer> {
  const app = Fastify();
  type PubSub = { pubsub: { subscribe(topic: string): Promise<unknown> } };
  const subscribe = async (_root: unknown, _args: unknown, { pubsub }: PubSub) => await pubsub.subscribe('change');
  await app.register(mercurius, {
    schema: readSdl(),
    resolvers: { Subscription: { incidentChanged: { subscribe } } },
    subscription: true,
    jit: 1,
  } as never);
  await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    port: (app.server.address() as AddressInfo).port,
    publish: (change) =>
      void app.graphql.pubsub.publish({ topic: 'change', payload: { incidentChanged: change } } as never),
  };
}

/** The same bytes to everyone, one send a message: no ids, no rights, no execution. */
async function startWs(): Promise<Peer> {
  const subscribed = new Set<WebSocket>();
  const http = createServer();
  const sockets = new WebSocketServer({ server: http, path: '/graphql', handleProtocols });
  sockets.on('connection', (socket) => {
    socket.on('message', (data) => {
      const { type } = JSON.parse(String(data));
      if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
      if (type === 'ping') socket.send('{"type":"pong"}');
      if (type === 'subscribe') subscribed.add(socket);
    });
    socket.on('close', () => subscribed.delete(socket));
  });
  const id = '00000000-0000-4000-8000-000000000000';
  return {
    port: await listen(http),
    publish: (change) => {
      const message = Buffer.from(JSON.stringify({ id, type: 'next', payload: { data: { incidentChanged: change } } }));
      for (const socket of subscribed) socket.send(message, { binary: false });
    },
  };
}

async function listen(http: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return (http.address() as AddressInfo).port;
}

const peer = await peers[process.argv[2] as PeerKind]();
process.on('message', async ({ count }: ToPeer) => {
  for (let number = 1; number <= count; number += 1) {
    peer.publish(boardChange(number));
    await nextTurn();
  }
});
process.on('disconnect', () => process.exit(0));
process.send?.({ url: `http://127.0.0.1:${peer.port}` } satisfies FromPeer);
