import { createHmac } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { formatPolicyYaml, type Policy, presets } from '../../server/src/engines/policy.ts';
import {
  type FakeWebhook,
  type ReceivedWebhook,
  startFakeWebhook,
  type WebhookAnswer,
} from '../support/fakeWebhook.ts';
import { requestGraphQL } from '../support/request.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
let vigil: TestVigil | undefined;
let receiver: FakeWebhook | undefined;

afterEach(async () => {
  await vigil?.close();
  await receiver?.close();
  vigil = undefined;
  receiver = undefined;
});

async function start(answer?: (request: number) => WebhookAnswer) {
  const hook = await startFakeWebhook(answer);
  receiver = hook;
  const policy: Policy = {
    ...presets['load-v2'],
    targets: { log: { channel: 'log' }, operations: { channel: 'webhook', url: hook.url, secret } },
    notify: { severities: ['HIGH', 'CRITICAL'], targets: ['operations'] },
  };
  const server = await startVigil({ policy: formatPolicyYaml(policy) });
  vigil = server;
  return { hook, server };
}

/** As https://www.standardwebhooks.com has it. */
function signatureOf({ headers, body }: ReceivedWebhook): string {
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
}

async function ingest(server: TestVigil, changes: object = {}): Promise<number> {
  const mutation =
    'mutation ($input: SignalInput!) { ingestSignal(input: $input) { incident { number } userErrors { message } } }';
  const input = {
    source: 'test',
    service: 'checkout',
    title: 'Checkout is down',
    reportedSeverity: 'CRITICAL',
    confidence: 1,
    ...changes,
  };
  const { data, errors } = await requestGraphQL<{ ingestSignal: { incident: { number: number } | null } }>(
    server,
    mutation,
    { input },
  );
  const number = data?.ingestSignal.incident?.number;
  if (number === undefined) throw new Error(JSON.stringify(errors ?? data));
  return number;
}

async function timeline(server: TestVigil, id: number): Promise<{ kind: string; message: string }[]> {
  const query = 'query ($id: ID!) { incident(id: $id) { timeline(first: 50) { nodes { kind message } } } }';
  const { data } = await requestGraphQL<{ incident: { timeline: { nodes: { kind: string; message: string }[] } } }>(
    server,
    query,
    { id: String(id) },
  );
  return data?.incident.timeline.nodes ?? [];
}

/** The timeline's events of a kind, once there is one. */
async function eventually(server: TestVigil, id: number, kind: string): Promise<{ message: string }[]> {
  for (;;) {
    const found = (await timeline(server, id)).filter((event) => event.kind === kind);
    if (found.length > 0) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test('who is to be told of an incident is told, signed, and the timeline and the figures say so', async () => {
  const { hook, server } = await start();
  const number = await ingest(server);
  const [request] = await hook.waitFor(1);
  if (request === undefined) throw new Error('Nothing was received');
  expect(request.headers['webhook-signature']).toBe(signatureOf(request));
  expect(JSON.parse(request.body)).toMatchObject({
    type: 'incident.notification',
    data: {
      target: 'operations',
      severity: 'CRITICAL',
      incident: { number, title: 'Checkout is down', service: 'checkout', status: 'OPEN' },
    },
  });
  const events = await eventually(server, number, 'NOTIFIED');
  expect(events).toHaveLength(1);
  expect(events[0]?.message).toContain('operations was notified (webhook: answered 204)');
  expect(hook.received).toHaveLength(1);

  const query =
    'query ($range: TimeRangeInput!) { metrics(range: $range) { noise { signals incidents notifications } } }';
  const range = { from: new Date(Date.now() - 600_000), to: new Date(Date.now() + 600_000) };
  const { data } = await requestGraphQL(server, query, { range });
  expect(data).toEqual({ metrics: { noise: { signals: 1, incidents: 1, notifications: 1 } } });
});

test('a receiver that is down for a moment is tried again, with the same key', async () => {
  const { hook, server } = await start((request) => ({ status: request === 1 ? 503 : 204 }));
  const number = await ingest(server);
  const [first, second] = await hook.waitFor(2, 15_000);
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  expect(await eventually(server, number, 'NOTIFIED')).toHaveLength(1);
});

test('what a receiver refuses for good is not tried again, and the timeline says why', async () => {
  const { hook, server } = await start(() => ({ status: 410, body: 'gone' }));
  const number = await ingest(server);
  const [failed] = await eventually(server, number, 'NOTIFICATION_FAILED');
  expect(failed?.message).toContain('operations could not be notified (webhook: answered 410: gone)');
  expect(hook.received).toHaveLength(1);
});

test('after the last attempt the timeline says that nobody was told', async () => {
  const { server } = await start(() => ({ status: 500 }));
  const number = await ingest(server);
  // Its retries are used up: the next attempt is the last one.
  await server.app.database
    .sql`update pgboss.job set retry_limit = retry_count where name = 'notify' and state <> 'completed'`;
  const [failed] = await eventually(server, number, 'NOTIFICATION_FAILED');
  expect(failed?.message).toContain('webhook: answered 500');
  expect((await timeline(server, number)).map(({ kind }) => kind)).not.toContain('NOTIFIED');
});

test('of what was brought in from the past nobody is told', async () => {
  const { hook, server } = await start();
  const past = await ingest(server, { historical: true, occurredAt: '2026-01-10T12:00:00Z', service: 'past' });
  const present = await ingest(server);
  await eventually(server, present, 'NOTIFIED');
  expect(hook.received).toHaveLength(1);
  expect((await timeline(server, past)).map(({ kind }) => kind)).not.toContain('NOTIFIED');
});
