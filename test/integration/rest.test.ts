import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requestGraphQL } from '../support/request.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

const reading = { cpu_percent: 12.5, rss_MB: 267, stack_latency_ms: 12.4, final_score: 0.83 };
const incidentFields = [
  'incident_id',
  'severity',
  'recommended_action',
  'stress_score',
  'reason',
  'status',
  'escalation_active',
  'escalation_message',
];

async function call(
  vigil: TestVigil,
  method: string,
  path: string,
  body?: unknown,
  token: string | null = vigil.token,
) {
  const response = await fetch(`${vigil.url}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function tokenOf(vigil: TestVigil, role: string): Promise<string> {
  const mutation = 'mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret } }';
  const { data, errors } = await requestGraphQL<{ createApiToken: { secret: string } }>(vigil, mutation, {
    input: { name: `a ${role}`, role },
  });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.createApiToken.secret;
}

describe('under seed-v1', () => {
  let vigil: TestVigil;
  beforeAll(async () => {
    vigil = await startVigil({ policy: 'seed-v1' });
  });
  afterAll(() => vigil.close());

  test('figures of nothing are null, not 0', async () => {
    expect(await call(vigil, 'GET', '/api/metrics/')).toEqual({
      status: 200,
      body: {
        total_incidents: 0,
        open_incidents: 0,
        critical_last_24h: 0,
        average_stress_score: null,
        mtta_minutes: null,
        mttr_minutes: null,
        escalation_active: false,
        escalation_message: expect.any(String),
      },
    });
  });

  test('a reading is answered with what was decided, in the fields of the earlier system', async () => {
    const { status, body } = await call(vigil, 'POST', '/api/incident/', reading);
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(incidentFields);
    expect(body).toMatchObject({
      incident_id: expect.any(Number),
      severity: 'HIGH',
      recommended_action: 'Notify operations team',
      stress_score: 0,
      reason: expect.any(String),
      status: 'OPEN',
      escalation_active: false,
    });
  });

  test('every reading is an incident of its own, with and without the slash', async () => {
    const first = await call(vigil, 'POST', '/api/incident', reading);
    const second = await call(vigil, 'POST', '/api/incident/', { ...reading, final_score: 0.1, service: 'billing' });
    expect(second.body).toMatchObject({ severity: 'LOW', recommended_action: 'Log incident only' });
    expect(second.body.incident_id).not.toBe(first.body.incident_id);
  });

  test('an incident is acknowledged and resolved by its number, and once resolved neither', async () => {
    const { body } = await call(vigil, 'POST', '/api/incident/', reading);
    const path = `/api/incident/${body.incident_id}`;
    expect(await call(vigil, 'POST', `${path}/ack/`)).toEqual({
      status: 200,
      body: { message: 'Incident acknowledged', incident_id: body.incident_id, status: 'ACKNOWLEDGED' },
    });
    expect(await call(vigil, 'POST', `${path}/resolve/`, {})).toEqual({
      status: 200,
      body: { message: 'Incident resolved', incident_id: body.incident_id, status: 'RESOLVED' },
    });
    for (const command of ['ack', 'resolve']) {
      const again = await call(vigil, 'POST', `${path}/${command}/`);
      expect(again).toEqual({ status: 400, body: { error: expect.any(String) } });
    }
  });

  test('an incident is found by its UUID as well, and a body may be empty', async () => {
    const { body } = await call(vigil, 'POST', '/api/incident/', reading);
    const query = 'query ($id: ID!) { incident(id: $id) { id } }';
    const { data } = await requestGraphQL<{ incident: { id: string } }>(vigil, query, { id: String(body.incident_id) });
    const acknowledged = await call(vigil, 'POST', `/api/incident/${data?.incident.id}/ack/`, '');
    expect(acknowledged).toMatchObject({ status: 200, body: { incident_id: body.incident_id } });
  });

  test.each(['999999', 'x', '0', '00000000-0000-7000-8000-000000000000'])('there is no incident %s', async (id) => {
    for (const command of ['ack', 'resolve']) {
      const answer = await call(vigil, 'POST', `/api/incident/${id}/${command}/`);
      expect(answer).toEqual({ status: 404, body: { error: expect.any(String) } });
    }
  });

  test.each([
    ['cpu_percent', { ...reading, cpu_percent: undefined }],
    ['rss_MB', { ...reading, rss_MB: 'many' }],
    ['stack_latency_ms', { ...reading, stack_latency_ms: null }],
    ['final_score', { ...reading, final_score: 83 }],
    ['timestamp', { ...reading, timestamp: 'yesterday' }],
    ['timestamp', { ...reading, timestamp: 4102444800 }],
    ['service', { ...reading, service: 5 }],
    ['service', { ...reading, service: 'x'.repeat(101) }],
    ['body', []],
  ])('a reading with a wrong %s is refused by its name', async (field, body) => {
    const answer = await call(vigil, 'POST', '/api/incident/', body);
    expect(answer).toEqual({ status: 400, body: { error: expect.any(String), field } });
  });

  test('what is not JSON is refused with a text', async () => {
    expect(await call(vigil, 'POST', '/api/incident/', '{')).toEqual({
      status: 400,
      body: { error: expect.any(String) },
    });
  });

  test('three critical readings within five minutes are an escalation of the system', async () => {
    // A baseline of calm readings, then three that stand out in every metric.
    for (let i = 0; i < 40; i += 1) {
      const calm = {
        cpu_percent: 10 + (i % 3),
        rss_MB: 200 + (i % 3),
        stack_latency_ms: 10 + (i % 3),
        final_score: 0.1,
      };
      await call(vigil, 'POST', '/api/incident/', calm);
    }
    const critical = { cpu_percent: 99, rss_MB: 900, stack_latency_ms: 500, final_score: 0.95 };
    const answers = [];
    for (let i = 0; i < 3; i += 1) answers.push((await call(vigil, 'POST', '/api/incident/', critical)).body);
    expect(answers.map(({ severity }) => severity)).toEqual(['CRITICAL', 'CRITICAL', 'CRITICAL']);
    expect(answers.map((answer) => answer.escalation_active)).toEqual([false, false, true]);
    expect(answers[0]).toMatchObject({ stress_score: 6, recommended_action: 'Immediate alert and escalate' });
    const { body } = await call(vigil, 'GET', '/api/metrics/');
    expect(body).toMatchObject({
      critical_last_24h: 3,
      escalation_active: true,
      escalation_message: expect.any(String),
    });
    expect(body.total_incidents).toBeGreaterThan(40);
    expect(body.mtta_minutes).toEqual(expect.any(Number));
    expect(body.mttr_minutes).toEqual(expect.any(Number));
  });

  test('health is open and says that the database answers', async () => {
    expect(await call(vigil, 'GET', '/health/', undefined, null)).toEqual({
      status: 200,
      body: { status: 'healthy', service: 'Vigil', database: 'connected' },
    });
  });

  test('each route asks for the role that it needs', async () => {
    const viewer = await tokenOf(vigil, 'VIEWER');
    const ingester = await tokenOf(vigil, 'INGESTER');
    const statusOf = async (method: string, path: string, token: string | null) =>
      (await call(vigil, method, path, method === 'POST' ? reading : undefined, token)).status;
    for (const token of [null, 'not-a-token-of-this-server']) {
      expect(await statusOf('POST', '/api/incident/', token)).toBe(401);
      expect(await statusOf('GET', '/api/metrics/', token)).toBe(401);
      expect(await statusOf('POST', '/api/incident/1/ack/', token)).toBe(401);
    }
    expect(await statusOf('POST', '/api/incident/', viewer)).toBe(403);
    expect(await statusOf('GET', '/api/metrics/', viewer)).toBe(200);
    expect(await statusOf('POST', '/api/incident/1/resolve/', viewer)).toBe(403);
    expect(await statusOf('POST', '/api/incident/', ingester)).toBe(200);
    expect(await statusOf('GET', '/api/metrics/', ingester)).toBe(403);
    expect(await statusOf('POST', '/api/incident/1/ack/', ingester)).toBe(403);
  });
});

describe('under load-v2', () => {
  let vigil: TestVigil;
  beforeAll(async () => {
    vigil = await startVigil({ policy: 'load-v2' });
  });
  afterAll(() => vigil.close());

  test('a calm reading is logged and has no incident', async () => {
    const { status, body } = await call(vigil, 'POST', '/api/incident/', { ...reading, final_score: 0.01 });
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(incidentFields);
    expect(body).toMatchObject({ incident_id: null, status: 'LOGGED', severity: 'LOW' });
  });
});
