import { afterAll, beforeAll, expect, test } from 'vitest';
import { pick, seededRandom } from '../../server/src/commands/demo/seededRandom.ts';
import { openRawSocket } from '../support/graphqlSocket.ts';
import { groupedByService } from '../support/groupedByService.ts';
import { requestGraphQL } from '../support/request.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

/** Several servers on one database, all of which write, and subscribers that are cut off at random and come back to any of them. */
const serverCount = 3;
const writesPerServer = 60;
const services = ['checkout', 'search', 'billing', 'login'];

let database: TestDatabase;
const servers: TestVigil[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  for (let place = 0; place < serverCount; place += 1) {
    servers.push(await startVigil({ database, policy: groupedByService }));
  }
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await database.drop();
});

interface Seen {
  readonly cursor: string;
  readonly incident: { readonly id: string; readonly status: string; readonly signalCount: number };
}

interface Checker {
  readonly query: string;
  /** The changes of a message, and the cursor to come back with. */
  read(data: { incidentChanged: Seen; incidentFeed: { changes: readonly Seen[]; head: string } }): {
    changes: readonly Seen[];
    head: string;
  };
}

const fields = 'cursor incident { id status signalCount }';
const singles = (args: string): Checker => ({
  query: `subscription ($after: String) { incidentChanged(after: $after${args}) { ${fields} } }`,
  read: ({ incidentChanged }) => ({ changes: [incidentChanged], head: incidentChanged.cursor }),
});
const batches = (args: string): Checker => ({
  query: `subscription ($after: String) { incidentFeed(after: $after${args}) { head changes { ${fields} } } }`,
  read: ({ incidentFeed }) => incidentFeed,
});

/** Follows from a cursor until it has seen the last change; cuts itself off after a few messages each time. */
async function check(checker: Checker, from: string, last: Promise<string>, seed: number): Promise<Seen[]> {
  const random = seededRandom(seed);
  const seen: Seen[] = [];
  let cursor = from;
  let end: string | null = null;
  void last.then((cursorOfLast) => {
    end = cursorOfLast;
  });
  const positionOf = (text: string) => Number.parseInt(text.split('-')[1] ?? '', 36);
  const isOver = () => end !== null && positionOf(cursor) >= positionOf(end);
  while (!isOver()) {
    const server = pick(servers, random);
    const socket = await openRawSocket(server.url);
    const patience = 1 + Math.floor(random() * 8);
    const impatienceMs = 20 + random() * 400;
    await new Promise<void>((resolve) => {
      let messages = 0;
      const cut = () => {
        clearTimeout(timer);
        socket.removeAllListeners('message');
        socket.once('close', () => resolve());
        socket.terminate();
      };
      const timer = setTimeout(cut, impatienceMs);
      socket.on('message', (text) => {
        const { type, payload } = JSON.parse(String(text));
        if (type === 'connection_ack') {
          const variables = { after: cursor };
          socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: checker.query, variables } }));
        }
        if (type === 'error') throw new Error(`The subscription ended: ${String(text)}`);
        if (type !== 'next') return;
        const { changes, head } = checker.read(payload.data);
        seen.push(...changes);
        cursor = head;
        messages += 1;
        if (messages >= patience || isOver()) cut();
      });
      socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${server.token}` } }));
    });
  }
  return seen;
}

/** Signals for a few services, and now and then somebody who acknowledges or resolves what is open. */
async function write(server: TestVigil, seed: number): Promise<void> {
  const random = seededRandom(seed);
  for (let turn = 0; turn < writesPerServer; turn += 1) {
    const inputs = Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
      return { source: 'test', service: pick(services, random), title: 'It is slow', reportedSeverity: 'LOW' };
    });
    const { data } = await requestGraphQL<{ ingestSignals: { results: { incident: { id: string } | null }[] } }>(
      server,
      'mutation ($inputs: [SignalInput!]!) { ingestSignals(inputs: $inputs) { results { incident { id } } } }',
      { inputs },
    );
    const id = data?.ingestSignals.results[0]?.incident?.id;
    if (id === undefined || random() > 0.3) continue;
    const command = pick(['acknowledgeIncident', 'resolveIncident'], random);
    await requestGraphQL(server, `mutation ($id: ID!) { ${command}(input: { id: $id }) { incident { id } } }`, { id });
  }
}

test('every subscriber sees each change once and in order, wherever it was written and wherever it comes back to; all servers push', async () => {
  const [first] = servers;
  if (first === undefined) throw new Error('There is no server');
  const feed = first.app.feed;
  const from = await feed.head();
  let finish = (_last: string) => {};
  const last = new Promise<string>((resolve) => {
    finish = resolve;
  });
  const openOnly = ', filter: { status: [OPEN] }';
  const checkers = [
    singles(''),
    batches(''),
    singles(openOnly),
    batches(openOnly),
    singles(', maxRate: 20'),
    batches(', maxRate: 5'),
  ];
  const checking = Promise.all(checkers.map((checker, place) => check(checker, from, last, 100 + place)));
  await Promise.all(servers.map((server, place) => write(server, place)));
  // All see this one, whatever they filter: it is how they know that nothing more comes.
  await requestGraphQL(first, 'mutation ($input: SignalInput!) { ingestSignal(input: $input) { outcome } }', {
    input: { source: 'test', service: 'the last', title: 'The last', reportedSeverity: 'LOW' },
  });
  finish(await feed.head());
  const seen = await checking;

  const rows = await first.app.database.sql<
    { position: string; status: string; previous: { status: string } | null; id: string; count: number }[]
  >`
    select position, incident_id as id, incident->>'status' as status, (incident->>'signalCount')::int as count, previous
    from change order by position`;
  const cursors = (wanted: readonly { position: string }[]) =>
    wanted.map(({ position }) => feed.cursorOf(Number(position)));
  const openRows = rows.filter(({ status, previous }) => status === 'OPEN' || previous?.status === 'OPEN');
  expect(rows.length).toBeGreaterThan(serverCount * writesPerServer);
  for (const place of [0, 1]) expect(seen[place]?.map(({ cursor }) => cursor)).toEqual(cursors(rows));
  for (const place of [2, 3]) expect(seen[place]?.map(({ cursor }) => cursor)).toEqual(cursors(openRows));

  for (const { url, token } of servers) {
    const metrics = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
    expect(await metrics.text()).toMatch(/^vigil_feed_lag_seconds_count [1-9]/m);
  }

  const newest = new Map(rows.map(({ id, status, count }) => [id, { status, signalCount: count }]));
  const all = cursors(rows);
  for (const place of [4, 5]) {
    const changes = seen[place] ?? [];
    const positions = changes.map(({ cursor }) => all.indexOf(cursor));
    expect(positions).toEqual([...new Set(positions)].toSorted((a, b) => a - b));
    expect(positions).not.toContain(-1);
    const known = new Map(changes.map(({ incident: { id, status, signalCount } }) => [id, { status, signalCount }]));
    expect(known).toEqual(newest);
  }
}, 60_000);
