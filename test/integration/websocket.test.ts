import type { Client } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { closeOf, messagesOf, openGraphQLSocket, openRawSocket, subscribe } from '../support/graphqlSocket.ts';
import { groupedByService } from '../support/groupedByService.ts';
import { requestGraphQL } from '../support/request.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

let vigil: TestVigil;
const clients: Client[] = [];

beforeAll(async () => {
  vigil = await startVigil({ policy: groupedByService });
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
});
afterAll(() => vigil.close());

function connect(token = vigil.token): Client {
  const client = openGraphQLSocket({ url: vigil.url, token });
  clients.push(client);
  return client;
}

/** MEDIUM notifies nobody: a notification would be a change of its own, at a time of its own. */
async function ingest(service: string, title = 'It is slow', reportedSeverity = 'MEDIUM'): Promise<string> {
  const { data } = await requestGraphQL<{ ingestSignal: { incident: { id: string } } }>(
    vigil,
    'mutation ($input: SignalInput!) { ingestSignal(input: $input) { incident { id } } }',
    { input: { source: 'test', service, title, reportedSeverity } },
  );
  return data?.ingestSignal.incident.id ?? '';
}

async function makeToken(role: string): Promise<{ secret: string; token: { id: string } }> {
  const { data } = await requestGraphQL<{ createApiToken: { secret: string; token: { id: string } } }>(
    vigil,
    'mutation ($role: Role!) { createApiToken(input: { name: "socket", role: $role }) { secret token { id } } }',
    { role },
  );
  if (!data) throw new Error('No token was made');
  return data.createApiToken;
}

const headOf = async () => {
  const { data } = await requestGraphQL<{ systemStatus: { feedHead: string } }>(vigil, '{ systemStatus { feedHead } }');
  return data?.systemStatus.feedHead ?? '';
};

interface Batch {
  incidentFeed: {
    head: string;
    serverTime: string;
    changes: { cursor: string; kind: string; incident: { id: string } }[];
  };
}
interface Change {
  incidentChanged: { cursor: string; kind: string; incident: { id: string; status: string; service: string } };
}

const feed = `subscription ($filter: IncidentFilter, $after: String) {
  incidentFeed(filter: $filter, after: $after) { head serverTime changes { cursor kind incident { id escalations { step } } } } }`;
const changed = `subscription ($filter: IncidentFilter, $after: String) {
  incidentChanged(filter: $filter, after: $after) { cursor kind incident { id status service } } }`;

/** Reads until the changes that are wanted have come. */
async function nextBatch(batches: AsyncGenerator<{ data?: Batch | null }, void>): Promise<Batch['incidentFeed']> {
  const { value } = await batches.next();
  if (!value?.data) throw new Error('The feed ended');
  return value.data.incidentFeed;
}

async function readChanges(batches: AsyncGenerator<{ data?: Batch | null }, void>, count: number) {
  const changes: Batch['incidentFeed']['changes'] = [];
  while (changes.length < count) {
    changes.push(...(await nextBatch(batches)).changes);
  }
  return changes;
}

describe('who is let in', () => {
  test.each([
    ['no token', {}],
    ['a wrong token', { authorization: 'Bearer wrong' }],
  ])('%s closes the socket with 4401', async (_what, payload) => {
    const socket = await openRawSocket(vigil.url);
    socket.send(JSON.stringify({ type: 'connection_init', payload }));
    expect((await closeOf(socket)).code).toBe(4401);
  });

  test('a socket that stays silent is closed with 4408', async () => {
    const socket = await openRawSocket(vigil.url);
    expect((await closeOf(socket)).code).toBe(4408);
  });

  test('an operation before the token is closed with 4401', async () => {
    const socket = await openRawSocket(vigil.url);
    socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: '{ viewer { name } }' } }));
    expect((await closeOf(socket)).code).toBe(4401);
  });

  test('another path is no socket', async () => {
    const socket = new WebSocket(`${vigil.url.replace('http', 'ws')}/elsewhere`, 'graphql-transport-ws');
    const error = await new Promise<Error>((resolve) => socket.once('error', resolve));
    expect(error.message).toContain('404');
  });

  test('a role may over a socket what it may over HTTP', async () => {
    const { secret } = await makeToken('INGESTER');
    const client = connect(secret);
    await expect(subscribe(client, feed).next()).rejects.toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const { value } = await subscribe(client, '{ viewer { role } }').next();
    expect(value).toEqual({ data: { viewer: { role: 'INGESTER' } } });
  });

  test('revoking a token closes its sockets with 4403', async () => {
    const { secret, token } = await makeToken('VIEWER');
    const socket = await openRawSocket(vigil.url);
    const acknowledged = messagesOf(socket, 1);
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${secret}` } }));
    await acknowledged;
    const closed = closeOf(socket);
    await requestGraphQL(vigil, 'mutation ($id: ID!) { revokeApiToken(input: { id: $id }) { token { id } } }', {
      id: token.id,
    });
    expect(await closed).toEqual({ code: 4403, reason: 'The token was revoked' });
  });
});

describe('what a socket refuses', () => {
  test.each([
    ['wrong syntax', '{ viewer {', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['too many tokens', `{ ${'viewer { name } '.repeat(2000)} }`, 'QUERY_TOO_COMPLEX'],
    [
      'too many root fields',
      `{ ${Array.from({ length: 30 }, (_, i) => `a${i}: viewer { name }`).join(' ')} }`,
      'QUERY_TOO_COMPLEX',
    ],
    ['too long a text', `{ viewer { name } } #${'x'.repeat(70_000)}`, 'QUERY_TOO_COMPLEX'],
  ])('%s is answered with errors and the socket stays open', async (_what, query, code) => {
    const client = connect();
    await expect(subscribe(client, query).next()).rejects.toMatchObject([{ extensions: { code } }]);
    const { value } = await subscribe(client, '{ viewer { name } }').next();
    expect(value).toEqual({ data: { viewer: { name: 'admin' } } });
  });

  test('more operations than a socket may have are refused', async () => {
    const client = connect();
    const open = Array.from({ length: 101 }, () => subscribe(client, 'subscription { incidentFeed { head } }'));
    const results = await Promise.allSettled(open.map((subscription) => subscription.next()));
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([{ reason: [{ extensions: { code: 'RATE_LIMITED' } }] }]);
    await Promise.all(open.map((subscription) => subscription.return()));
  });
});

describe('changes', () => {
  test('are delivered live and in order, what was missed first', async () => {
    const after = await headOf();
    const missed = [await ingest('missed-1'), await ingest('missed-2')];
    const batches = subscribe<Batch>(connect(), feed, { after });
    expect((await readChanges(batches, 2)).map(({ incident }) => incident.id)).toEqual(missed);
    const live = await ingest('live');
    const [change] = await readChanges(batches, 1);
    expect(change).toMatchObject({ kind: 'OPENED', incident: { id: live, escalations: [] } });
    await batches.return();
  });

  test('can be resumed from any cursor and any head without gap or repetition', async () => {
    const after = await headOf();
    const all = [await ingest('resume-1'), await ingest('resume-2'), await ingest('resume-3')];
    const singles = subscribe<Change>(connect(), changed, { after });
    const { value: first } = await singles.next();
    await singles.return();
    expect(first?.data?.incidentChanged.incident.id).toBe(all[0]);
    const rest = subscribe<Batch>(connect(), feed, { after: first?.data?.incidentChanged.cursor });
    expect((await readChanges(rest, 2)).map(({ incident }) => incident.id)).toEqual(all.slice(1));
    await rest.return();
  });

  test('a filter delivers what matches after the change or did before it; the head passes the rest', async () => {
    const after = await headOf();
    const batches = subscribe<Batch>(connect(), feed, { after, filter: { status: ['OPEN'], service: ['filtered'] } });
    await ingest('elsewhere');
    const id = await ingest('filtered');
    await requestGraphQL(vigil, 'mutation ($id: ID!) { resolveIncident(input: { id: $id }) { userErrors { code } } }', {
      id,
    });
    const changes = await readChanges(batches, 2);
    expect(changes.map(({ kind, incident }) => [kind, incident.id])).toEqual([
      ['OPENED', id],
      ['RESOLVED', id],
    ]);
    await ingest('elsewhere-again');
    const head = await headOf();
    let passed = '';
    while (passed !== head) passed = (await nextBatch(batches)).head;
    await batches.return();
  });

  test('a feed without changes beats', async () => {
    const batches = subscribe<Batch>(connect(), feed, { filter: { service: ['nobody'] } });
    // Counted here, where the server runs as well: a machine that stands still for a while is late with both.
    let tenthsOfSeconds = 0;
    const counting = setInterval(() => {
      tenthsOfSeconds += 1;
    }, 100);
    const beats = [await batches.next(), await batches.next()];
    clearInterval(counting);
    expect(tenthsOfSeconds).toBeLessThan(35);
    for (const { value } of beats) expect(value?.data?.incidentFeed.changes).toEqual([]);
    await batches.return();
  });

  test.each([feed, changed])('a cursor of another database is refused with its code', async (query) => {
    const subscription = subscribe(connect(), query, { after: 'deadbeef-1' });
    await expect(subscription.next()).rejects.toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
  });

  test('a filter out of its bounds is refused with its field', async () => {
    const filter = { service: Array.from({ length: 101 }, (_, index) => `s${index}`) };
    await expect(subscribe(connect(), feed, { filter }).next()).rejects.toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', field: ['filter', 'service'] } },
    ]);
  });
});

test('a socket that does not read is closed with 4413, and its subscriber goes on from its cursor', async () => {
  const after = await headOf();
  const inputs = Array.from({ length: 300 }, (_, index) => ({
    source: 'test',
    service: `slow-${index}`,
    title: 'x'.repeat(250),
    reportedSeverity: 'MEDIUM',
  }));
  await requestGraphQL(vigil, 'mutation ($inputs: [SignalInput!]!) { ingestSignals(inputs: $inputs) { accepted } }', {
    inputs,
  });

  const socket = await openRawSocket(vigil.url);
  const acknowledged = messagesOf(socket, 1);
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${vigil.token}` } }));
  await acknowledged;
  const query = `subscription ($after: String) { incidentFeed(after: $after) { changes { cursor incident {
    id title ${Array.from({ length: 60 }, (_, index) => `t${index}: title`).join(' ')} } } } }`;
  // Enough to fill what the system buffers between the two.
  for (let id = 0; id < 30; id++) {
    socket.send(JSON.stringify({ type: 'subscribe', id: String(id), payload: { query, variables: { after } } }));
  }
  const closed = closeOf(socket);
  socket.pause();
  const metrics = async () =>
    (await fetch(`${vigil.url}/metrics`, { headers: { authorization: `Bearer ${vigil.token}` } })).text();
  await expect.poll(metrics, { timeout: 30_000 }).toContain('vigil_sockets_cut_off_total 1');
  socket.resume();
  expect(await closed).toEqual({ code: 4413, reason: 'Too slow: come back with the last cursor' });

  const batches = subscribe<Batch>(connect(), feed, { after });
  expect(await readChanges(batches, 300)).toHaveLength(300);
  await batches.return();
  // A hundred megabytes are rendered for it, which a busy machine takes its time for.
}, 60_000);

describe('live values', () => {
  test('the system status comes at once, and again when it changed', async () => {
    const query = 'subscription { systemStatusChanged { open recentCritical message } }';
    const statuses = subscribe<{ systemStatusChanged: { open: number } }>(connect(), query);
    const before = (await statuses.next()).value?.data?.systemStatusChanged.open ?? -1;
    await ingest('status');
    expect((await statuses.next()).value?.data?.systemStatusChanged.open).toBe(before + 1);
    await statuses.return();
  });

  test('metrics come at once, and again when incidents changed', async () => {
    const query = `subscription ($range: TimeRangeInput!) {
      metricsChanged(range: $range) { opened series { opened } byService(first: 1) { service } } }`;
    const range = { from: new Date(Date.now() - 3_600_000), to: new Date(Date.now() + 3_600_000) };
    const figures = subscribe<{ metricsChanged: { opened: number } }>(connect(), query, { range });
    const before = (await figures.next()).value?.data?.metricsChanged.opened ?? -1;
    await ingest('metrics');
    expect((await figures.next()).value?.data?.metricsChanged.opened).toBe(before + 1);
    await figures.return();
  });

  test('a range that makes no sense is refused', async () => {
    const query = 'subscription ($range: TimeRangeInput!) { metricsChanged(range: $range) { opened } }';
    const range = { from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' };
    await expect(subscribe(connect(), query, { range }).next()).rejects.toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', field: ['range', 'to'] } },
    ]);
  });
});
