import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requestGraphQL } from '../support/request.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

let vigil: TestVigil;
beforeAll(async () => {
  vigil = await startVigil();
});
afterAll(() => vigil.close());

const signal = (changes: Record<string, unknown> = {}) => ({
  source: 'test',
  service: 'checkout',
  title: 'Checkout is slow',
  reportedSeverity: 'HIGH',
  ...changes,
});

const ingest = `mutation ($input: SignalInput!) {
  ingestSignal(input: $input) {
    outcome signal { id title receivedAt labels { name value } } incident { id number status recommendedAction }
    decision { score severity reason factors { name contribution } } escalations { id } userErrors { code message field }
  }
}`;

interface Ingested {
  ingestSignal: { outcome: string; incident: { id: string; number: number }; decision: { score: number } };
}

async function tokenOf(role: string): Promise<string> {
  const { data } = await requestGraphQL<{ createApiToken: { secret: string } }>(
    vigil,
    'mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret token { id } userErrors { message } } }',
    { input: { name: `${role} of the tests`, role } },
  );
  if (!data) throw new Error('No token was made');
  return data.createApiToken.secret;
}

describe('the way of a signal', () => {
  test('it opens an incident, which can be acknowledged once and resolved once', async () => {
    // One that nobody is told of: when they were would come between the others.
    const input = signal({ service: 'way', reportedSeverity: 'MEDIUM' });
    const { data, errors } = await requestGraphQL<Ingested>(vigil, ingest, { input });
    expect(errors).toBeUndefined();
    expect(data?.ingestSignal).toMatchObject({ outcome: 'OPENED', incident: { status: 'OPEN' }, userErrors: [] });
    const id = data?.ingestSignal.incident.id;

    const act = (name: string, note?: string) =>
      requestGraphQL(
        vigil,
        `mutation ($id: ID!, $note: String) { ${name}Incident(input: { id: $id, note: $note }) {
          incident { status acknowledgedBy firstAcknowledgedAt resolvedBy } userErrors { code field } } }`,
        { id, note },
      );
    const first = await act('acknowledge', 'mine');
    expect(first.data).toMatchObject({
      acknowledgeIncident: { incident: { status: 'ACKNOWLEDGED', acknowledgedBy: 'admin' }, userErrors: [] },
    });
    expect((await act('acknowledge')).data).toEqual(first.data);
    expect((await act('resolve')).data).toMatchObject({ resolveIncident: { incident: { status: 'RESOLVED' } } });
    expect((await act('resolve')).data).toMatchObject({
      resolveIncident: { incident: { status: 'RESOLVED' }, userErrors: [{ code: 'ALREADY_RESOLVED' }] },
    });

    const read = await requestGraphQL(
      vigil,
      `query ($id: ID!) { incident(id: $id) {
        number service recommendedAction openedAt alerts { totalCount nodes { title state } edges { cursor node { id } } }
        escalations { step } timeline(first: 2) { totalCount pageInfo { hasNextPage endCursor } nodes { kind note } } } }`,
      { id: String(data?.ingestSignal.incident.number) },
    );
    expect(read.errors).toBeUndefined();
    expect(read.data).toMatchObject({
      incident: {
        service: 'way',
        openedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        alerts: { totalCount: 1, nodes: [{ title: 'Checkout is slow', state: 'FIRING' }] },
        timeline: {
          pageInfo: { hasNextPage: true },
          nodes: [{ kind: 'OPENED' }, { kind: 'ACKNOWLEDGED', note: 'mine' }],
        },
      },
    });
  });

  test('several signals are answered in their order, each on its own', async () => {
    const inputs = [signal({ service: 'many' }), signal({ title: ' ' }), signal({ service: 'many' })];
    const { data } = await requestGraphQL(
      vigil,
      `mutation ($inputs: [SignalInput!]!) { ingestSignals(inputs: $inputs) {
        accepted rejected results { outcome signal { service } userErrors { field message } } } }`,
      { inputs },
    );
    expect(data).toMatchObject({
      ingestSignals: {
        accepted: 2,
        rejected: 1,
        results: [
          { outcome: 'OPENED' },
          { outcome: 'REJECTED', signal: null, userErrors: [{ field: ['inputs', '1', 'title'] }] },
          { outcome: 'JOINED' },
        ],
      },
    });
  });

  test('lists, metrics, status and policies are read in one request', async () => {
    const { data, errors } = await requestGraphQL(
      vigil,
      `query ($range: TimeRangeInput!) {
        incidents(first: 1, orderBy: OPENED_AT_ASC) { totalCount pageInfo { hasNextPage } nodes { id } edges { node { id } } }
        metrics(range: $range) { opened mtta { n meanSeconds } byService(first: 5) { service } series(bucket: HOUR) { opened }
          bySeverity { severity } noise { signals } }
        systemStatus { open everIngested feedHead openBySeverity { severity count } }
        policy { version document } policies { totalCount nodes { active } } viewer { name role } }`,
      { range: { from: new Date(Date.now() - 3_600_000), to: new Date(Date.now() + 3_600_000) } },
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      incidents: { pageInfo: { hasNextPage: true } },
      systemStatus: { everIngested: true, feedHead: expect.any(String) },
      policy: { version: 1, document: expect.stringContaining('load-v2') },
      policies: { totalCount: 1, nodes: [{ active: true }] },
      viewer: { role: 'ADMIN' },
    });
  });

  test('an unknown incident is null, and acting on it is a user error', async () => {
    const { data } = await requestGraphQL(vigil, '{ incident(id: "4711") { id } }');
    expect(data).toEqual({ incident: null });
    const acted = await requestGraphQL(
      vigil,
      'mutation { resolveIncident(input: { id: "4711" }) { incident { id } userErrors { code field } } }',
    );
    expect(acted.data).toEqual({
      resolveIncident: { incident: null, userErrors: [{ code: 'NOT_FOUND', field: ['input', 'id'] }] },
    });
  });
});

describe('who may', () => {
  test('nobody without a token gets an answer, not even to introspection', async () => {
    for (const authorization of ['', 'Bearer wrong', 'Basic abc']) {
      const response = await fetch(`${vigil.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ query: '{ __schema { types { name } } }' }),
      });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });

  test('each role does what it may and no more', async () => {
    const attempts = {
      read: '{ incidents(first: 1) { totalCount } }',
      ingest: 'mutation { ingestSignal(input: { source: "s", service: "s", title: "t" }) { outcome } }',
      respond: 'mutation { resolveIncident(input: { id: "4711" }) { userErrors { code } } }',
      administer: '{ apiTokens { name } }',
    };
    const allowed: Record<string, string[]> = {};
    for (const role of ['VIEWER', 'INGESTER', 'RESPONDER', 'ADMIN']) {
      const token = await tokenOf(role);
      const answers = await Promise.all(
        Object.entries(attempts).map(async ([name, query]) => {
          const { errors } = await requestGraphQL({ url: vigil.url, token }, query);
          if (errors) expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');
          return errors ? [] : [name];
        }),
      );
      allowed[role] = answers.flat();
      const { data } = await requestGraphQL({ url: vigil.url, token }, '{ viewer { role } }');
      expect(data).toEqual({ viewer: { role } });
    }
    expect(allowed).toEqual({
      VIEWER: ['read'],
      INGESTER: ['ingest'],
      RESPONDER: ['read', 'ingest', 'respond'],
      ADMIN: ['read', 'ingest', 'respond', 'administer'],
    });
  });

  test('a mutation of which one field is forbidden does nothing at all', async () => {
    const token = await tokenOf('INGESTER');
    const { errors } = await requestGraphQL(
      { url: vigil.url, token },
      `mutation { ingestSignal(input: { source: "s", service: "half-allowed", title: "t" }) { outcome }
        resolveIncident(input: { id: "1" }) { userErrors { code } } }`,
    );
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const { data } = await requestGraphQL(vigil, '{ incidents(filter: { service: ["half-allowed"] }) { totalCount } }');
    expect(data).toEqual({ incidents: { totalCount: 0 } });
  });

  test('a revoked token is out of force at once', async () => {
    const token = await tokenOf('VIEWER');
    expect((await requestGraphQL({ url: vigil.url, token }, '{ viewer { name } }')).errors).toBeUndefined();
    const { data } = await requestGraphQL<{ apiTokens: { id: string }[] }>(vigil, '{ apiTokens { id } }');
    const id = data?.apiTokens.at(-1)?.id;
    await requestGraphQL(vigil, 'mutation ($id: ID!) { revokeApiToken(input: { id: $id }) { token { id } } }', { id });
    const { errors } = await requestGraphQL({ url: vigil.url, token }, '{ viewer { name } }');
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });
});

describe('over HTTP', () => {
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${vigil.url}${path}`, { ...init, headers: { authorization: `Bearer ${vigil.token}`, ...init.headers } });

  test('queries may come by GET, mutations and simple cross-site requests may not', async () => {
    const query = encodeURIComponent('{ viewer { name } }');
    const preflighted = { 'apollo-require-preflight': 'true' };
    const got = await ask(`/graphql/?query=${query}`, { headers: preflighted });
    expect(await got.json()).toEqual({ data: { viewer: { name: 'admin' } } });
    expect((await ask(`/graphql?query=${query}`)).status).toBe(400);
    const mutation = encodeURIComponent('mutation { resolveIncident(input: { id: "1" }) { userErrors { code } } }');
    expect((await ask(`/graphql?query=${mutation}`, { headers: preflighted })).status).toBe(405);
  });

  test('a subscription is told where to go', async () => {
    const { errors } = await requestGraphQL(vigil, 'subscription { incidentFeed { head } }');
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('WebSocket'),
      extensions: { code: 'BAD_REQUEST' },
    });
  });

  test('wrong documents answer 400 with a code', async () => {
    for (const [query, code] of [
      ['{ incidents {', 'GRAPHQL_PARSE_FAILED'],
      ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
      ['{ incidents(first: 501) { totalCount } }', 'BAD_USER_INPUT'],
      ['{ incidents(after: "nonsense") { totalCount } }', 'BAD_USER_INPUT'],
    ]) {
      const response = await ask('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
    }
  });
});
