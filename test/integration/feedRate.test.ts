import type { Client } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { openGraphQLSocket, subscribe } from '../support/graphqlSocket.ts';
import { groupedByService } from '../support/groupedByService.ts';
import { requestGraphQL } from '../support/request.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

let vigil: TestVigil;
let client: Client;

beforeAll(async () => {
  vigil = await startVigil({ policy: groupedByService });
});
afterEach(() => client?.dispose());
afterAll(() => vigil.close());

interface Change {
  readonly cursor: string;
  readonly kind: string;
  readonly incident: { readonly service: string; readonly signalCount: number; readonly status: string };
}
interface Batch {
  readonly incidentFeed: { readonly head: string; readonly changes: readonly Change[] };
}

const change = 'cursor kind incident { service signalCount status }';
const changed = `subscription ($after: String, $maxRate: Int) { incidentChanged(after: $after, maxRate: $maxRate) { ${change} } }`;
const feed = `subscription ($after: String, $maxRate: Int) { incidentFeed(after: $after, maxRate: $maxRate) { head changes { ${change} } } }`;

function open(query: string, variables: Record<string, unknown>) {
  client = openGraphQLSocket(vigil);
  return subscribe<Batch & { incidentChanged: Change }>(client, query, variables);
}

async function ingest(...services: string[]): Promise<void> {
  const inputs = services.map((service) => ({ source: 'test', service, title: 'It is slow', reportedSeverity: 'LOW' }));
  await requestGraphQL(vigil, 'mutation ($inputs: [SignalInput!]!) { ingestSignals(inputs: $inputs) { accepted } }', {
    inputs,
  });
}

const headOf = async () => {
  const { data } = await requestGraphQL<{ systemStatus: { feedHead: string } }>(vigil, '{ systemStatus { feedHead } }');
  return data?.systemStatus.feedHead ?? '';
};

/** The state at which a feed stands still, and when each update came. */
async function updatesUntil(
  results: ReturnType<typeof open>,
  isLast: (changes: readonly Change[]) => boolean,
): Promise<{ atMs: number; changes: readonly Change[] }[]> {
  const updates: { atMs: number; changes: readonly Change[] }[] = [];
  for await (const { data } of results) {
    const changes = data?.incidentFeed ? data.incidentFeed.changes : data ? [data.incidentChanged] : [];
    if (changes.length > 0) updates.push({ atMs: performance.now(), changes });
    if (isLast(changes)) break;
  }
  return updates;
}

test('changes of one incident within a transaction are one change', async () => {
  const results = open(changed, { after: await headOf() });
  await ingest('one', 'one', 'two', 'one');
  const updates = await updatesUntil(results, ([last]) => last?.incident.service === 'two');
  expect(
    updates.flatMap(({ changes }) => changes.map(({ incident }) => [incident.service, incident.signalCount])),
  ).toEqual([
    ['one', 3],
    ['two', 1],
  ]);
});

test.each([
  ['incidentChanged', changed],
  ['incidentFeed', feed],
])('%s with a rate delivers no more often, and the newest state in the end', async (_name, query) => {
  const service = `rate ${_name}`;
  const results = open(query, { after: await headOf(), maxRate: 2 });
  const signals = 30;
  const writing = (async () => {
    for (let turn = 0; turn < signals; turn += 1) await ingest(service);
  })();
  const started = performance.now();
  const updates = await updatesUntil(results, (changes) =>
    changes.some(({ incident }) => incident.signalCount === signals),
  );
  const seconds = (performance.now() - started) / 1000;
  await writing;
  // The first comes at once, then one for each half second that has begun.
  expect(updates.length).toBeLessThanOrEqual(Math.ceil(seconds * 2) + 1);
  const counts = updates.flatMap(({ changes }) => changes.map(({ incident }) => incident.signalCount));
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect(new Set(counts).size).toBe(counts.length);
});

test('with a rate, what was missed comes as the newest state of each incident, in the order of the cursors', async () => {
  const after = await headOf();
  for (let turn = 0; turn < 5; turn += 1) await ingest('missed a', 'missed b');
  await ingest('missed a');
  const { feed: read } = vigil.app;
  await vi.waitFor(async () => expect(read.cursorOf(read.newest())).toBe(await headOf()), 10_000);
  const results = open(feed, { after, maxRate: 10 });
  const [update] = await updatesUntil(results, (changes) => changes.length > 0);
  expect(update?.changes.map(({ kind, incident }) => [kind, incident.service, incident.signalCount])).toEqual([
    ['OPENED', 'missed b', 5],
    ['OPENED', 'missed a', 6],
  ]);
});

test.each([0, -1, 101])('a rate of %i is refused with its field', async (maxRate) => {
  for (const query of [changed, feed]) {
    await expect(open(query, { maxRate }).next()).rejects.toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', field: ['maxRate'] } },
    ]);
    await client.dispose();
  }
});
