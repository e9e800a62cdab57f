import type { Client } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openGraphQLSocket, subscribe } from '../support/graphqlSocket.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';
import { checkout, suppressionRequests } from '../support/suppressionRequests.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

interface Told {
  revisionChanged: { kind: string; revision: string };
}

let database: TestDatabase;
let here: TestVigil;
let there: TestVigil;
const clients: Client[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  here = await startVigil({ database });
  there = await startVigil({ database });
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
});
afterAll(async () => {
  await Promise.all([here.close(), there.close()]);
  await database.drop();
});

/** Follows a kind on the other server; each call answers the next revision. */
function follow(kind: string): () => Promise<string> {
  const client = openGraphQLSocket(there);
  clients.push(client);
  const query = 'subscription ($kind: RevisionKind!) { revisionChanged(kind: $kind) { kind revision } }';
  const told = subscribe<Told>(client, query, { kind });
  return async () => {
    const { value } = await told.next();
    const changed = value?.data?.revisionChanged;
    expect(changed?.kind).toBe(kind);
    return changed?.revision ?? '';
  };
}

const requests = () => suppressionRequests(here);
async function admin(mutation: string): Promise<void> {
  const answers = await requests().request<Record<string, { userErrors: unknown[] }>>(
    `mutation { ${mutation} { userErrors { message } } }`,
  );
  for (const { userErrors } of Object.values(answers)) expect(userErrors).toEqual([]);
}

test.each([
  [
    'SILENCES',
    async () => {
      const until = await requests().inMinutes(60);
      await requests().createSilence({ matchers: checkout, until, comment: 'a test' });
    },
  ],
  [
    'MAINTENANCE_WINDOWS',
    async () => {
      const from = await requests().inMinutes(30);
      const until = new Date(Date.parse(from) + 10 * 60_000).toISOString();
      const schedule = `{ from: "${from}", until: "${until}" }`;
      await admin(
        `createMaintenanceWindow(input: { name: "backup", matchers: [{ name: "service", value: "db" }], schedule: ${schedule} })`,
      );
    },
  ],
  [
    'POLICIES',
    () => admin('createPolicyDraft(input: { document: "name: other\\nprofile: load-v2\\ngrouping: { by: service }" })'),
  ],
  ['SERVICES', () => admin('upsertService(input: { name: "checkout", tier: 1, dependsOn: [] })')],
  ['API_TOKENS', () => admin('createApiToken(input: { name: "Ada", role: VIEWER })')],
  ['SIGNALS', () => requests().ingest({ service: 'elsewhere' })],
  ['SUPPRESSED_ALERTS', () => requests().ingest({ reportedSeverity: 'LOW' })],
] as const)('a change of %s on one server is told by the others', async (kind, change) => {
  const next = follow(kind);
  const before = await next();
  await change();
  expect(await next()).not.toBe(before);
});

test('a silence and a window that begin by time alone are told', async () => {
  const silences = follow('SILENCES');
  const windows = follow('MAINTENANCE_WINDOWS');
  const from = await requests().inMinutes(5);
  const until = await requests().inMinutes(60);
  await requests().createSilence({ matchers: checkout, from, until, comment: 'to come' });
  const before = [await silences(), await windows()];
  there.advance(31 * 60_000);
  expect(await silences()).not.toBe(before[0]);
  expect(await windows()).not.toBe(before[1]);
});
