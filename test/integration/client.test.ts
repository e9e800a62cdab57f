import { CursorError, createVigilClient, type IncidentChange, type SignalInput, type VigilClient } from '@vigil/schema';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startVigil } from '../support/startVigil.ts';
import { type CuttableProxy, startCuttableProxy } from './cuttableProxy.ts';

let vigil: Awaited<ReturnType<typeof startVigil>>;
let proxy: CuttableProxy;
const clients: VigilClient[] = [];

beforeAll(async () => {
  vigil = await startVigil();
  proxy = await startCuttableProxy(vigil.url);
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(async () => {
  await proxy?.close();
  await vigil?.close();
});

function open(token = vigil.token, url = proxy.url): VigilClient {
  const client = createVigilClient({ url, token });
  clients.push(client);
  return client;
}

let services = 0;
const newService = () => `client-${++services}`;
const failing = (service: string, more: Partial<SignalInput> = {}): SignalInput => ({
  source: 'test',
  service,
  title: 'Error rate is high',
  reportedSeverity: 'MEDIUM',
  ...more,
});

async function openIncident(client: VigilClient, service: string): Promise<string> {
  const { incident, userErrors } = await client.ingest(failing(service));
  expect(userErrors).toEqual([]);
  if (!incident) throw new Error('the signal opened no incident');
  return incident.id;
}

describe('the client', () => {
  it('takes an incident from its first signal to its figures', async () => {
    const client = open();
    const service = newService();
    const from = new Date(Date.now() - 60_000).toISOString();
    const id = await openIncident(client, service);

    const acknowledged = await client.acknowledge(id, 'Looking into it.');
    expect(acknowledged).toMatchObject({ incident: { status: 'ACKNOWLEDGED' }, userErrors: [] });
    const resolved = await client.resolve(id, 'Rolled back.');
    expect(resolved).toMatchObject({ incident: { status: 'RESOLVED' }, userErrors: [] });
    expect((await client.resolve(id)).userErrors).toMatchObject([{ code: 'ALREADY_RESOLVED' }]);

    const detail = await client.incident(id);
    expect(detail?.timeline.nodes.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['OPENED', 'ACKNOWLEDGED', 'RESOLVED']),
    );
    expect(detail?.alerts.nodes).toMatchObject([{ service, state: 'FIRING', signalCount: 1 }]);
    const page = await client.incidents({ filter: { service: [service] } });
    expect(page).toMatchObject({ totalCount: 1, nodes: [{ id, status: 'RESOLVED' }] });

    const to = new Date(Date.now() + 60_000).toISOString();
    const metrics = await client.metrics({ range: { from, to }, filter: { service: [service] } });
    expect(metrics).toMatchObject({ opened: 1, acknowledged: 1, resolved: 1, mtta: { n: 1 }, mttr: { n: 1 } });
  });

  it('gives the first answer again for the same idempotency key', async () => {
    const client = open();
    const signal = failing(newService(), { idempotencyKey: `key-${services}` });
    const first = await client.ingest(signal);
    const again = await client.ingest(signal);
    expect(again.outcome).toBe('DUPLICATE');
    expect(again.incident?.id).toBe(first.incident?.id);
    expect(again.decision).toEqual(first.decision);
  });

  it('sends more signals than one request may carry, and names the bad one alone', async () => {
    const client = open();
    const service = newService();
    const signals = Array.from({ length: 1_100 }, (_, n) => failing(service, { confidence: n === 1_050 ? 2 : 1 }));
    const { results, accepted, rejected } = await client.ingestAll(signals);
    expect([results.length, accepted, rejected]).toEqual([1_100, 1_099, 1]);
    expect(results[1_050]).toMatchObject({ outcome: 'REJECTED', userErrors: [{ code: 'INVALID' }] });
    expect(results[1_050]?.userErrors[0]?.field?.at(-1)).toBe('confidence');
  });

  it('says who is asking, makes tokens and takes them out of force', async () => {
    const client = open();
    expect(await client.viewer()).toMatchObject({ role: 'ADMIN' });
    const { token, secret } = await client.createToken('a reader', 'VIEWER');
    const reader = open(secret ?? '');
    await expect(reader.ingest(failing(newService()))).rejects.toMatchObject({ name: 'VigilError', code: 'FORBIDDEN' });
    expect((await client.tokens()).map(({ name }) => name)).toContain('a reader');
    await client.revokeToken(token?.id ?? '');
    await expect(reader.status()).rejects.toMatchObject({ name: 'VigilError', code: 'UNAUTHENTICATED' });
    await expect(take(reader.subscribe({ after: (await client.status()).feedHead }), 1)).rejects.toMatchObject({
      name: 'VigilError',
    });
  });
});

async function take(changes: AsyncIterable<IncidentChange>, count: number, onChange = (_seen: number) => {}) {
  const taken: IncidentChange[] = [];
  for await (const change of changes) {
    taken.push(change);
    onChange(taken.length);
    if (taken.length === count) break;
  }
  return taken;
}

describe('subscribe', () => {
  it('delivers every change once, in order, while connections are cut and refused', async () => {
    const reader = open();
    const writer = open(vigil.token, vigil.url);
    const service = newService();
    const { feedHead } = await writer.status();
    const rounds = 8;
    let seen = 0;
    const watching = take(
      reader.subscribe({ filter: { service: [service] }, after: feedHead }),
      rounds * 3,
      (count) => {
        seen = count;
      },
    );
    for (let round = 0; round < rounds; round++) {
      const { incident } = await writer.ingest(failing(service, { dedupKey: `${service}/${round}` }));
      // Every other round cuts what is being delivered, the others what is still connecting.
      if (round % 2 === 0) await expect.poll(() => seen).toBe(round * 3 + 1);
      proxy.cut();
      proxy.allow = round % 3 !== 0;
      await writer.acknowledge(incident?.id ?? '');
      await writer.resolve(incident?.id ?? '');
      proxy.allow = true;
    }
    const changes = await watching;
    const expected = Array.from({ length: rounds }, (_, round) => [
      round === 0 ? 'OPENED' : 'REOPENED',
      'ACKNOWLEDGED',
      'RESOLVED',
    ]).flat();
    expect(changes.map(({ kind }) => kind)).toEqual(expected);
    expect(new Set(changes.map(({ cursor }) => cursor)).size).toBe(changes.length);
  });

  it('goes on behind a cursor that was kept', async () => {
    const client = open();
    const service = newService();
    const { feedHead } = await client.status();
    const id = await openIncident(client, service);
    await client.acknowledge(id);
    const filter = { service: [service] };
    const [first] = await take(client.subscribe({ filter, after: feedHead }), 1);
    const [second] = await take(client.subscribe({ filter, after: first?.cursor }), 1);
    expect([first?.kind, second?.kind]).toEqual(['OPENED', 'ACKNOWLEDGED']);
  });

  it('makes one of the changes of an incident between two updates when it is told how many a second to take', async () => {
    const client = open();
    const service = newService();
    const { feedHead } = await client.status();
    const { incident } = await client.ingest(failing(service));
    await client.acknowledge(incident?.id ?? '');
    await client.resolve(incident?.id ?? '');
    const filter = { service: [service] };
    // Once somebody was told of all three, the server has read them.
    await take(client.subscribe({ filter, after: feedHead }), 3);
    const [change] = await take(client.subscribe({ filter, after: feedHead, maxRate: 1 }), 1);
    expect(change?.incident).toMatchObject({ id: incident?.id, status: 'RESOLVED' });
  });

  it('ends with a CursorError for a cursor that this database never gave out', async () => {
    const error = await take(open().subscribe({ after: 'nonsense' }), 1).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CursorError);
    expect(error).toMatchObject({ code: 'CURSOR_INVALID' });
  });
});
