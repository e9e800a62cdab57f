import { afterEach, expect, test } from 'vitest';
import type { LabelledAlert } from '../../server/src/commands/evaluate/labelledAlerts.ts';
import { labelledStretch } from '../support/labelledStretch.ts';
import { requestGraphQL } from '../support/request.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { startVigilProcess, type VigilProcess } from '../support/vigilProcess.ts';

/** So few partners that some are forgotten on the way: what is remembered and what is stored must be one then too. */
const policy = 'name: learning\nprofile: load-v2\ngrouping: { learned: { maximumPartners: 8 } }\n';
const alertsInAll = 4_000;
const batchSize = 100;

const servers: VigilProcess[] = [];
const databases: TestDatabase[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.kill('SIGKILL')));
  await Promise.all(databases.splice(0).map((database) => database.drop()));
});

async function makeDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  databases.push(database);
  return database;
}

async function start({ url: databaseUrl }: TestDatabase): Promise<VigilProcess> {
  const server = await startVigilProcess({ databaseUrl, policy });
  servers.push(server);
  return server;
}

interface Answer {
  readonly outcome: string;
  readonly incident: { readonly id: string } | null;
}

/** Each incident by the place of the first signal that it took: what is the same whatever the ids are. */
class Incidents {
  readonly #firstOf = new Map<string, number>();
  readonly places: string[] = [];

  take({ outcome, incident }: Answer): void {
    const place = this.places.length;
    if (incident !== null && !this.#firstOf.has(incident.id)) this.#firstOf.set(incident.id, place);
    this.places.push(`${outcome} ${incident === null ? 'none' : this.#firstOf.get(incident.id)}`);
  }

  get count(): number {
    return this.#firstOf.size;
  }
}

async function send(server: VigilProcess, alerts: readonly LabelledAlert[]): Promise<readonly Answer[]> {
  const inputs = alerts.map(({ atMs, title, service, source }) => ({
    title,
    service,
    source,
    occurredAt: new Date(atMs).toISOString(),
    historical: true,
  }));
  const { data, errors } = await requestGraphQL<{ ingestSignals: { results: Answer[] } }>(
    server,
    'mutation ($inputs: [SignalInput!]!) { ingestSignals(inputs: $inputs) { results { outcome incident { id } } } }',
    { inputs },
  );
  if (data === null) throw new Error(JSON.stringify(errors));
  return data.ingestSignals.results;
}

function batches(): LabelledAlert[][] {
  const alerts = labelledStretch(alertsInAll);
  return Array.from({ length: Math.ceil(alerts.length / batchSize) }, (_, place) =>
    alerts.slice(place * batchSize, (place + 1) * batchSize),
  );
}

test('two servers on one database, one of them killed and started anew, make the incidents of one that never was', async () => {
  const [alone, shared] = await Promise.all([makeDatabase(), makeDatabase()]);
  const [lone, first, second] = [await start(alone), await start(shared), await start(shared)];
  const [expected, made] = [new Incidents(), new Incidents()];
  const all = batches();
  let pair = [first, second];
  for (const [place, batch] of all.entries()) {
    if (place === Math.floor(all.length / 2)) {
      await first.kill('SIGKILL');
      servers.splice(servers.indexOf(first), 1);
      pair = [await start(shared), second];
    }
    // Now and then one takes several in a row, as it comes: what it remembers is then old, or new.
    const server = pair[place % 7 < 4 ? place % 2 : 0] ?? second;
    const [one, other] = await Promise.all([send(lone, batch), send(server, batch)]);
    for (const answer of one) expected.take(answer);
    for (const answer of other) made.take(answer);
  }
  expect(made.places).toEqual(expected.places);
  expect(expected.count).toBeGreaterThan(5);
  expect(expected.count).toBeLessThan(alertsInAll / 20);
}, 180_000);
