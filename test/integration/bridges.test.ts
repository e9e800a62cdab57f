import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupedByService } from '../support/groupedByService.ts';
import { requestGraphQL } from '../support/request.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

let vigil: TestVigil;
beforeAll(async () => {
  vigil = await startVigil({ policy: groupedByService });
});
afterAll(() => vigil.close());

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${vigil.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${vigil.token}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
}

const basic = (password: string) => `Basic ${Buffer.from(`vigil:${password}`).toString('base64')}`;

/** Real payloads, which live beside the repository; where they are missing, the bridges' own table tests must do. */
const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const folders = {
  grafana: 'grafana',
  pagerduty: 'pagerduty-events',
  cloudevents: 'cloudevents',
  cloudwatch: 'cloudwatch',
  datadog: 'datadog',
  sentry: 'sentry',
  generic: 'goalert-generic',
} as const;

if (existsSync(corpus)) {
  test.each(Object.entries(folders))('%s takes every real payload', async (name, folder) => {
    const files = readdirSync(`${corpus}${folder}`).filter((file) => file.endsWith('.json'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const { status, body } = await post(`/bridges/${name}`, readFileSync(`${corpus}${folder}/${file}`, 'utf8'));
      expect({ file, status, ...body }).toMatchObject({ file, status: 200, rejected: 0, errors: [] });
    }
  });
}

describe('what PagerDuty’s clients post', () => {
  const event = {
    event_action: 'trigger',
    dedup_key: 'pd-1',
    payload: { summary: 'Down', source: 'host', severity: 'critical', component: 'pd' },
  };

  test('is taken at /v2/enqueue with the token as routing key, and answered as PagerDuty does', async () => {
    const body = { ...event, routing_key: vigil.token };
    const answer = await post('/v2/enqueue', body, { authorization: '' });
    expect(answer).toMatchObject({
      status: 202,
      body: { status: 'success', message: 'Event processed', dedup_key: 'pd-1' },
    });
    const { routing_key, dedup_key } = body;
    await post('/v2/enqueue', { routing_key, dedup_key, event_action: 'resolve' }, { authorization: '' });
    const query = '{ incidents(filter: { service: ["pd"] }) { nodes { status } } }';
    const { data } = await requestGraphQL<{ incidents: { nodes: unknown[] } }>(vigil, query);
    expect(data?.incidents.nodes).toEqual([{ status: 'RESOLVED' }]);
  });

  test('is refused without a token, and in PagerDuty’s words where it is no event', async () => {
    const unknown = await post('/v2/enqueue', { ...event, routing_key: 'R0000' }, { authorization: '' });
    expect(unknown.status).toBe(401);
    const wrong = await post('/v2/enqueue', { event_action: 'explode' });
    expect(wrong).toMatchObject({ status: 400, body: { status: 'invalid event', errors: [expect.any(String)] } });
  });
});

test('a tool that can send no header signs in with the token as password, after the server asks for it', async () => {
  const sample = { title: 'By password', service: 'basic' };
  const asked = await post('/bridges/generic', sample, { authorization: '' });
  expect(asked.status).toBe(401);
  expect(asked.headers.get('www-authenticate')).toContain('Basic');
  expect((await post('/bridges/generic', sample, { authorization: basic(vigil.token) })).status).toBe(200);
  expect((await post('/bridges/generic', sample, { authorization: basic('wrong') })).status).toBe(401);
  const elsewhere = await post('/graphql', { query: '{ viewer { name } }' }, { authorization: basic(vigil.token) });
  expect(elsewhere.status).toBe(401);
});

test('SNS posts its JSON as text, and CloudEvents have types of their own', async () => {
  const alarm = JSON.stringify({ AlarmName: 'As text', NewStateValue: 'ALARM' });
  const envelope = JSON.stringify({ Type: 'Notification', MessageId: 'm-1', Message: alarm });
  const text = { 'content-type': 'text/plain; charset=UTF-8' };
  expect(await post('/bridges/cloudwatch', envelope, text)).toMatchObject({ status: 200, body: { accepted: 1 } });
  const one = { specversion: '1.0', id: '1', source: '/a', type: 't', data: { title: 'Event' } };
  const structured = { 'content-type': 'application/cloudevents+json; charset=utf-8' };
  expect(await post('/bridges/cloudevents', one, structured)).toMatchObject({ status: 200, body: { accepted: 1 } });
  const batch = { 'content-type': 'application/cloudevents-batch+json' };
  const two = [one, { ...one, id: '2' }];
  expect(await post('/bridges/cloudevents', two, batch)).toMatchObject({ status: 200, body: { accepted: 2 } });
  expect((await post('/graphql', { query: '{ viewer { name } }' }, structured)).status).toBe(415);
});

test('the bridges are told with their guides, and where signals came from', async () => {
  await post('/bridges/datadog', { title: 'Seen', monitor_id: 1 });
  const { data } = await requestGraphQL<{
    bridges: { name: string; path: string; sample: string }[];
    signalSources: { source: string; lastReceivedAt: string; signals: number }[];
  }>(vigil, '{ bridges { name title path setup sample } signalSources { source lastReceivedAt signals } }');
  expect(data?.bridges.map(({ name }) => name)).toContain('sentry');
  expect(data?.bridges.find(({ name }) => name === 'pagerduty')?.path).toBe('/v2/enqueue');
  expect(data?.signalSources[0]).toMatchObject({ source: 'datadog', signals: expect.any(Number) });
});
