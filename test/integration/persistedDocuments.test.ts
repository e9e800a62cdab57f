import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FastLaneMode } from '../../server/src/transport/graphql/lane/fastLane.ts';
import { readWays } from '../support/readWays.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

const persistedQuery = (query: string, changes: Record<string, unknown> = {}) => ({
  persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex'), ...changes },
});

describe.each<FastLaneMode>(['second sight', 'first sight', 'off'])('fast lane: %s', (fastLane) => {
  let vigil: TestVigil;
  beforeAll(async () => {
    vigil = await startVigil({ fastLane });
  });
  afterAll(() => vigil.close());

  async function post(body: unknown) {
    const response = await fetch(`${vigil.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${vigil.token}` },
      body: JSON.stringify(body),
    });
    return { status: response.status, cache: response.headers.get('cache-control'), body: await response.json() };
  }

  const ok = { status: 200, cache: 'no-store', body: { data: { viewer: { name: 'admin' } } } };
  const notFound = {
    status: 200,
    body: { errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] },
  };

  test('a hash that is not known is answered as clients expect, and known once the document came with it', async () => {
    const query = '{ viewer { name } }';
    const extensions = persistedQuery(query);
    expect(await post({ extensions })).toMatchObject(notFound);
    expect(await post({ query })).toEqual(ok);
    expect(await post({ extensions })).toMatchObject(notFound);
    expect(await post({ query, extensions })).toEqual(ok);
    for (let i = 0; i < 3; i += 1) expect(await post({ extensions, variables: {} })).toEqual(ok);
    expect(await post({ query, extensions })).toEqual(ok);
    const ways = await readWays(vigil);
    expect(ways.compiled > 0).toBe(fastLane !== 'off');
  });

  test('a mutation is run once, by its hash too', async () => {
    const query = 'mutation ($input: SignalInput!) { ingestSignal(input: $input) { incident { signalCount } } }';
    const extensions = persistedQuery(query);
    const variables = { input: { source: 's', service: 'persisted', title: 't', reportedSeverity: 'HIGH' } };
    await post({ query, extensions, variables });
    for (let count = 2; count < 5; count += 1) {
      const { body } = await post({ extensions, variables });
      expect(body).toEqual({ data: { ingestSignal: { incident: { signalCount: count } } } });
    }
  });

  test('a hash of another document is refused, and registers nothing', async () => {
    const query = '{ viewer { role } }';
    const extensions = persistedQuery('{ something { else } }');
    const refused = { status: 400, body: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] } };
    expect(await post({ query, extensions })).toMatchObject(refused);
    expect(await post({ query: '{ viewer { name } }', extensions: persistedQuery(query) })).toMatchObject(refused);
    expect(await post({ extensions: persistedQuery(query) })).toMatchObject(notFound);
    expect(await post({ query, extensions: persistedQuery(query, { version: 2 }) })).toMatchObject(refused);
    expect(await post({ extensions: persistedQuery(query, { sha256Hash: 7 }) })).toMatchObject(notFound);
  });

  test('documents that are not valid, or too much, are not registered', async () => {
    for (const query of [
      '{ nothing }',
      '{ incidents(first: 500) { nodes { timeline(first: 200) { nodes { id } } } } }',
    ]) {
      expect((await post({ query, extensions: persistedQuery(query) })).status).toBe(400);
      expect(await post({ extensions: persistedQuery(query) })).toMatchObject(notFound);
    }
  });

  test('queries come by GET and hash as well', async () => {
    const query = '{ viewer { name role } }';
    const search = new URLSearchParams({ extensions: JSON.stringify(persistedQuery(query)) });
    const get = async (path: string) => {
      const headers = { authorization: `Bearer ${vigil.token}`, 'apollo-require-preflight': 'true' };
      return (await fetch(`${vigil.url}${path}`, { headers })).json();
    };
    expect(await get(`/graphql?${search}`)).toEqual(notFound.body);
    const viewer = { data: { viewer: { name: 'admin', role: 'ADMIN' } } };
    expect(await get(`/graphql?${search}&query=${encodeURIComponent(query)}`)).toEqual(viewer);
    expect(await get(`/graphql?${search}`)).toEqual(viewer);
  });
});
