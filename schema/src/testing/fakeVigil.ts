import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buildSchema, type ExecutionResult, execute, GraphQLError, parse, subscribe, validate } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { readSdl } from '../sdl.ts';

type GraphQLBody = { query: string; variables: Record<string, unknown> };
type Reply = { status?: number; headers?: Record<string, string>; body: unknown } | 'hang up';

export interface FakeVigil {
  readonly url: string;
  /** Replies for the next requests, in order; afterwards every request is answered by `rootValue`. */
  readonly replies: Reply[];
  readonly bodies: GraphQLBody[];
  /** The `after` of each subscribe message that arrived. */
  readonly subscribedAfter: (string | null | undefined)[];
  /** The `maxRate` of each of them. */
  readonly maxRates: (number | null | undefined)[];
  readonly commit: (count: number) => void;
  /** Cuts each socket without a closing handshake, as a lost network does. */
  readonly cutSockets: () => void;
  readonly openSockets: () => number;
  /** Ends each subscription with a complete message. */
  readonly completeSubscriptions: () => void;
  /** The cursors below this one are too old. */
  horizon: number;
  /** Changes that one batch may carry. */
  batchSize: number;
  close: () => Promise<void>;
}

const schema = buildSchema(readSdl());

/** A server on loopback that speaks the contract's protocols over a feed in memory. Cursors are `c<number>`. */
export async function startFakeVigil({ token = 'secret', port = 0 } = {}): Promise<FakeVigil> {
  const feed: ReturnType<typeof fakeChange>[] = [];
  const wakes = new Set<() => void>();
  const sockets = new Set<Socket>();
  let generation = 0;

  async function* changesAfter(start: number) {
    const started = generation;
    let position = start;
    while (started === generation) {
      const changes = feed.slice(position, position + fake.batchSize);
      position += changes.length;
      if (changes.length > 0) {
        yield { incidentFeed: { changes, head: `c${position}`, serverTime: '2026-11-23T08:15:00.250Z' } };
        continue;
      }
      await new Promise<void>((resolve) => wakes.add(resolve));
      wakes.clear();
    }
  }

  const wake = () => {
    for (const resolve of wakes) resolve();
  };
  const rootValue = {
    systemStatus: () => ({ feedHead: `c${feed.length}` }),
    incidentFeed: ({ after, maxRate }: { after?: string | null; maxRate?: number | null }) => {
      fake.subscribedAfter.push(after);
      fake.maxRates.push(maxRate);
      const position = after ? Number(after.slice(1)) : feed.length;
      if (!Number.isInteger(position)) throw cursorError('CURSOR_INVALID');
      if (position < fake.horizon) throw cursorError('CURSOR_TOO_OLD');
      return changesAfter(position);
    },
  };

  const http = createServer(async (request, response) => {
    const body = await readBody(request);
    fake.bodies.push(body);
    const scripted = fake.replies.shift();
    send(response, scripted ?? (await answer(request, body)));
  });
  const answer = async (request: IncomingMessage, { query, variables }: GraphQLBody): Promise<Reply> => {
    if (request.headers.authorization !== `Bearer ${token}`) {
      return { status: 401, body: { errors: [{ message: 'who?', extensions: { code: 'UNAUTHENTICATED' } }] } };
    }
    const result: ExecutionResult = await execute({
      schema,
      document: parse(query),
      rootValue,
      variableValues: variables,
    });
    return { body: result };
  };
  http.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  // graphql-js is given: under a bundling test runner the library would load a second copy of it.
  const webSockets = new WebSocketServer({ server: http, path: '/graphql' });
  const disposable = useServer(
    {
      schema,
      execute,
      subscribe,
      validate,
      roots: { subscription: rootValue },
      onConnect: ({ connectionParams }) => connectionParams?.authorization === `Bearer ${token}`,
    },
    webSockets,
  );
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));

  const fake: FakeVigil = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    replies: [],
    bodies: [],
    subscribedAfter: [],
    maxRates: [],
    horizon: 0,
    batchSize: 100,
    commit: (count) => {
      for (let n = 0; n < count; n++) feed.push(fakeChange(feed.length + 1));
      wake();
    },
    cutSockets: () => {
      for (const socket of webSockets.clients) socket.terminate();
    },
    openSockets: () => webSockets.clients.size,
    completeSubscriptions: () => {
      generation++;
      wake();
    },
    close: async () => {
      generation++;
      wake();
      await disposable.dispose();
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  return fake;
}

function cursorError(code: string): GraphQLError {
  return new GraphQLError('the cursor cannot be resumed', { extensions: { code } });
}

function fakeChange(number: number) {
  const moment = '2026-11-23T08:15:00.250Z';
  return {
    cursor: `c${number}`,
    kind: 'OPENED',
    at: moment,
    incident: {
      id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
      number,
      title: `Disk is full on node ${number}`,
      service: 'checkout',
      severity: 'HIGH',
      status: 'OPEN',
      stress: 61.5,
      risk: 0.2,
      signalCount: 1,
      firingAlertCount: 1,
      recommendedAction: 'Notify operations team',
      openedAt: moment,
      lastSignalAt: moment,
      updatedAt: moment,
      historical: false,
      policyVersion: 1,
    },
  };
}

async function readBody(request: IncomingMessage): Promise<GraphQLBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply === 'hang up') {
    response.destroy();
    return;
  }
  response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
  response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
}
