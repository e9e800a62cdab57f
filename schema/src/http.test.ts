import { afterEach, describe, expect, it } from 'vitest';
import { createVigilClient, type SignalInput } from './client.ts';
import { startFakeVigil } from './testing/fakeVigil.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function start(retryForMs = 3_000) {
  const fake = await startFakeVigil();
  const client = createVigilClient({ url: fake.url, token: 'secret', retryForMs });
  ends.push(fake.close, client.close);
  return { fake, client };
}

const signal: SignalInput = { source: 'test', service: 'checkout', title: 'Error rate is high' };
const keyed: SignalInput = { ...signal, idempotencyKey: 'k' };
const result = { outcome: 'OPENED', signal: null, incident: null, decision: null, escalations: [], userErrors: [] };
const taken = { body: { data: { ingestSignal: result } } };
const many = (count: number) => ({
  body: {
    data: { ingestSignals: { accepted: count, rejected: 0, results: Array.from({ length: count }, () => result) } },
  },
});
const failure = (status: number, code: string, extensions = {}) => ({
  status,
  body: { errors: [{ message: 'no', extensions: { code, ...extensions } }] },
});

describe('requests', () => {
  it.each([
    ['a connection that broke', 'hang up' as const],
    ['503 with a page of a proxy', { status: 503, headers: { 'retry-after': '1' }, body: '<html>' }],
    ['503 with a GraphQL error', failure(503, 'INTERNAL_SERVER_ERROR')],
  ])('a signal with an idempotency key is sent again after %s', async (_name, reply) => {
    const { fake, client } = await start();
    fake.replies.push(reply, taken);
    expect((await client.ingest(keyed)).outcome).toBe('OPENED');
    expect(fake.bodies.length).toBe(2);
    expect(fake.bodies[1]).toEqual(fake.bodies[0]);
  });

  it.each([
    ['a signal without a key', signal, 'hang up' as const, 'UNREACHABLE'],
    ['a signal without a key', signal, { status: 503, body: '' }, 'UNAVAILABLE'],
    ['what the server refused', keyed, failure(400, 'BAD_USER_INPUT'), 'BAD_USER_INPUT'],
    ['what went wrong inside', keyed, failure(500, 'INTERNAL_SERVER_ERROR', { id: 'e1' }), 'INTERNAL_SERVER_ERROR'],
    ['what this role may not', keyed, failure(200, 'FORBIDDEN'), 'FORBIDDEN'],
    ['what is no answer of Vigil', keyed, { status: 200, body: 'hello' }, 'UNEXPECTED_ANSWER'],
  ])('%s is not sent again', async (_name, input, reply, code) => {
    const { fake, client } = await start();
    fake.replies.push(reply);
    await expect(client.ingest(input)).rejects.toMatchObject({ name: 'VigilError', code });
    expect(fake.bodies.length).toBe(1);
  });

  it('gives up when the server asks to wait longer than there is time', async () => {
    const { fake, client } = await start();
    fake.replies.push({ status: 503, headers: { 'retry-after': '60' }, body: '' });
    await expect(client.ingest(keyed)).rejects.toMatchObject({ code: 'UNAVAILABLE', retryAfter: 60 });
  });

  it('says when to come back after a rate limit', async () => {
    const { fake, client } = await start();
    fake.replies.push({ ...failure(429, 'RATE_LIMITED'), headers: { 'retry-after': '7' } });
    await expect(client.ingest(keyed)).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfter: 7 });
  });

  it('names the server that cannot be reached, and what the system said', async () => {
    const { fake, client } = await start(0);
    await fake.close();
    ends.splice(0, 1);
    await expect(client.status()).rejects.toMatchObject({
      code: 'UNREACHABLE',
      message: expect.stringMatching(/127\.0\.0\.1.*ECONNREFUSED/),
    });
  });

  it('fails with CLOSED what is under way when the client is closed, waiting included', async () => {
    const { fake, client } = await start(30_000);
    fake.replies.push({ status: 503, headers: { 'retry-after': '20' }, body: '' });
    const waiting = client.ingest(keyed).catch((error: unknown) => error);
    await expect.poll(() => fake.bodies.length).toBe(1);
    client.close();
    expect(await waiting).toMatchObject({ code: 'CLOSED' });
    await expect(client.status()).rejects.toMatchObject({ code: 'CLOSED' });
  });
});

describe('ingestAll', () => {
  it('splits what is more than one request may carry and puts the answers together', async () => {
    const { fake, client } = await start();
    fake.replies.push(many(1000), many(1000), many(1));
    const all = await client.ingestAll(Array.from({ length: 2001 }, () => signal));
    expect(fake.bodies.map(({ variables }) => Array.isArray(variables.inputs) && variables.inputs.length)).toEqual([
      1000, 1000, 1,
    ]);
    expect([all.results.length, all.accepted, all.rejected]).toEqual([2001, 2001, 0]);
  });

  it('halves what is too large for one request', async () => {
    const { fake, client } = await start();
    fake.replies.push(failure(413, 'PAYLOAD_TOO_LARGE'), many(2), many(1));
    expect((await client.ingestAll([signal, signal, signal])).accepted).toBe(3);
  });

  it('sends nothing for nothing', async () => {
    const { fake, client } = await start();
    expect(await client.ingestAll([])).toEqual({ results: [], accepted: 0, rejected: 0 });
    expect(fake.bodies).toEqual([]);
  });
});
