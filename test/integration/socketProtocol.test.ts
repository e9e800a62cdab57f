import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { closeOf, messagesOf, openRawSocket } from '../support/graphqlSocket.ts';
import { requestGraphQL } from '../support/request.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

/** What graphql-transport-ws asks of a server, spoken by hand: no client library would break the rules. */
let vigil: TestVigil;

beforeAll(async () => {
  vigil = await startVigil();
});
afterAll(() => vigil.close());

const say = (socket: WebSocket, message: unknown) => socket.send(JSON.stringify(message));

/** A socket that was let in. */
async function openSocket({ url, token } = vigil): Promise<WebSocket> {
  const socket = await openRawSocket(url);
  const acknowledged = messagesOf(socket, 1);
  say(socket, { type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
  expect(await acknowledged).toEqual([{ type: 'connection_ack' }]);
  return socket;
}

const subscribe = (socket: WebSocket, id: string, query = 'subscription { systemStatusChanged { open } }') =>
  say(socket, { type: 'subscribe', id, payload: { query } });

async function close(socket: WebSocket): Promise<void> {
  const closed = closeOf(socket);
  socket.close(1000);
  await closed;
}

describe('a socket is closed', () => {
  test.each([
    ['text that is no JSON', 'not JSON'],
    ['a message without a type', '{}'],
    ['a message of an unknown type', '{"type":"unknown"}'],
    ['a subscription without an id', '{"type":"subscribe","payload":{"query":"{ viewer { name } }"}}'],
    ['a subscription without a document', '{"type":"subscribe","id":"1","payload":{}}'],
  ])('with 4400 for %s', async (_what, text) => {
    const socket = await openSocket();
    const closed = closeOf(socket);
    socket.send(text);
    expect((await closed).code).toBe(4400);
  });

  test('with 4406 when it speaks another protocol', async () => {
    const socket = new WebSocket(`${vigil.url.replace('http', 'ws')}/graphql`);
    expect(await closeOf(socket)).toEqual({ code: 4406, reason: 'Subprotocol not acceptable' });
  });

  test('with 4409 when it uses the id of a subscription that is still open, and not when that has ended', async () => {
    const socket = await openSocket();
    const first = messagesOf(socket, 1);
    subscribe(socket, 'one');
    await first;
    say(socket, { type: 'complete', id: 'one' });
    const again = messagesOf(socket, 1);
    subscribe(socket, 'one');
    expect(await again).toMatchObject([{ id: 'one', type: 'next' }]);
    const closed = closeOf(socket);
    subscribe(socket, 'one');
    expect(await closed).toEqual({ code: 4409, reason: 'Subscriber for one already exists' });
  });

  test('with 4409 and what there is room for when the id is longer than a close frame', async () => {
    const socket = await openSocket();
    const id = '🚨'.repeat(100);
    const first = messagesOf(socket, 1);
    subscribe(socket, id);
    await first;
    const closed = closeOf(socket);
    subscribe(socket, id);
    expect(await closed).toEqual({ code: 4409, reason: `Subscriber for ${'🚨'.repeat(27)}` });
  });

  test('with 4429 when it asks to be let in twice', async () => {
    const socket = await openSocket();
    const closed = closeOf(socket);
    say(socket, { type: 'connection_init' });
    expect((await closed).code).toBe(4429);
  });

  test('with 4500 when the server fails, without saying how', async () => {
    const failing = await startVigil();
    try {
      await failing.app.database.sql`alter table token rename to hidden`;
      const socket = await openRawSocket(failing.url);
      const closed = closeOf(socket);
      say(socket, { type: 'connection_init', payload: { authorization: 'Bearer never-seen-before' } });
      expect(await closed).toEqual({ code: 4500, reason: 'Internal server error' });
    } finally {
      await failing.close();
    }
  });
});

describe('a socket that is let in', () => {
  test('gets a pong for each ping, with what the ping carried', async () => {
    const socket = await openSocket();
    const pongs = messagesOf(socket, 2);
    say(socket, { type: 'ping' });
    say(socket, { type: 'ping', payload: { sent: 1 } });
    expect(await pongs).toEqual([{ type: 'pong' }, { type: 'pong', payload: { sent: 1 } }]);
    say(socket, { type: 'pong' });
    await close(socket);
  });

  test('answers the ping of the WebSocket protocol beside its messages', async () => {
    const socket = await openSocket();
    const pong = new Promise((resolve) => socket.once('pong', (data) => resolve(String(data))));
    subscribe(socket, 'one');
    socket.ping('there?');
    expect(await pong).toBe('there?');
    await close(socket);
  });

  test('gets a result and its end for a query, and an error without an end for a document that is refused', async () => {
    const socket = await openSocket();
    const answers = messagesOf(socket, 3);
    subscribe(socket, 'good', '{ viewer { name } }');
    subscribe(socket, 'bad', '{ nothing }');
    const messages = await answers;
    expect(messages.filter(({ id }) => id === 'good')).toEqual([
      { id: 'good', type: 'next', payload: { data: { viewer: { name: 'admin' } } } },
      { id: 'good', type: 'complete' },
    ]);
    expect(messages.filter(({ id }) => id === 'bad')).toMatchObject([{ type: 'error' }]);
    await close(socket);
  });

  test('hears nothing more of a subscription that it has ended, nor that it has', async () => {
    const socket = await openSocket();
    const first = messagesOf(socket, 1);
    subscribe(socket, 'one', 'subscription { incidentFeed { head } }');
    await first;
    say(socket, { type: 'complete', id: 'one' });
    // What was sent before the server heard of it may still come.
    const heard = new Promise<void>((resolve) => {
      socket.on('message', (data) => JSON.parse(String(data)).type === 'pong' && resolve());
    });
    say(socket, { type: 'ping' });
    await heard;
    const messages: unknown[] = [];
    socket.on('message', (data) => messages.push(JSON.parse(String(data))));
    // Longer than the feed is silent.
    await new Promise((resolve) => setTimeout(resolve, 2200));
    expect(messages).toEqual([]);
    await close(socket);
  });

  test.each([
    ['subscription', 'subscription { incidentFeed { head } }'],
    ['query', '{ incidents { totalCount } }'],
  ])('may use the id of a %s again that it ended before its first result', async (_what, query) => {
    const socket = await openSocket();
    const messages = messagesOf(socket, 3);
    subscribe(socket, 'one', query);
    say(socket, { type: 'complete', id: 'one' });
    subscribe(socket, 'one', 'subscription { incidentFeed { changes { cursor } } }');
    const beat = { id: 'one', type: 'next', payload: { data: { incidentFeed: { changes: [] } } } };
    expect(await messages).toEqual([beat, beat, beat]);
    // It is open: what is open can be ended, and uses its id.
    const closed = closeOf(socket);
    subscribe(socket, 'one');
    expect((await closed).code).toBe(4409);
  });

  test('hears the end of a subscription that ends by itself', async () => {
    const socket = await openSocket();
    const messages = messagesOf(socket, 2);
    const range = '{ from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z" }';
    subscribe(
      socket,
      'backtest',
      `subscription { backtestProgress(input: { document: "nonsense", range: ${range} }) { done report { signals } } }`,
    );
    expect(await messages).toMatchObject([
      { id: 'backtest', type: 'next', payload: { data: { backtestProgress: { report: { signals: 0 } } } } },
      { id: 'backtest', type: 'complete' },
    ]);
    await close(socket);
  });

  test('gets ids back as they were, whatever is in them', async () => {
    const socket = await openSocket();
    const ids = ['"quoted" \\ and\n', 'ünïcödé 🚨', 'x'.repeat(300)];
    const messages = messagesOf(socket, ids.length);
    for (const id of ids) subscribe(socket, id);
    expect((await messages).map(({ id }) => id).sort()).toEqual(ids.toSorted());
    await close(socket);
  });
});

test('a socket whose token was revoked does nothing more, even if it does not close', async () => {
  const input = { source: 'test', service: 'revoked', title: 'It is slow', reportedSeverity: 'MEDIUM' };
  const ingested = await requestGraphQL<{ ingestSignal: { incident: { id: string } } }>(
    vigil,
    'mutation ($input: SignalInput!) { ingestSignal(input: $input) { incident { id } } }',
    { input },
  );
  const made = await requestGraphQL<{ createApiToken: { secret: string; token: { id: string } } }>(
    vigil,
    'mutation { createApiToken(input: { name: "socket", role: RESPONDER }) { secret token { id } } }',
  );
  const socket = await openSocket({ ...vigil, token: made.data?.createApiToken.secret ?? '' });
  // It does not read that it should close.
  socket.pause();
  await requestGraphQL(vigil, 'mutation ($id: ID!) { revokeApiToken(input: { id: $id }) { token { id } } }', {
    id: made.data?.createApiToken.token.id,
  });
  const variables = { id: ingested.data?.ingestSignal.incident.id };
  const query = 'mutation ($id: ID!) { acknowledgeIncident(input: { id: $id }) { incident { id } } }';
  say(socket, { type: 'subscribe', id: '1', payload: { query, variables } });
  // Longer than it takes to acknowledge.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { data } = await requestGraphQL(vigil, 'query ($id: ID!) { incident(id: $id) { status } }', variables);
  expect(data).toEqual({ incident: { status: 'OPEN' } });
  socket.terminate();
});
