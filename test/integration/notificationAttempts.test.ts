import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runDue } from '../../server/src/application/clockwork.ts';
import { snoozeIncident } from '../../server/src/application/snoozeIncident.ts';
import type { Viewer } from '../../server/src/domain/access.ts';
import type { TokenId } from '../../server/src/domain/ids.ts';
import { keepRetention } from '../../server/src/jobs/retention.ts';
import { type FakeWebhook, startFakeWebhook, type WebhookAnswer } from '../support/fakeWebhook.ts';
import { requestGraphQL } from '../support/request.ts';
import { silentLog } from '../support/silentLog.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

const ada: Viewer = { tokenId: 'ada' as TokenId, name: 'Ada', role: 'RESPONDER' };

interface Attempt {
  readonly number: number;
  readonly at: string;
  readonly delivered: boolean;
  readonly detail: string;
}

interface Notification {
  readonly id: string;
  readonly target: string;
  readonly kind: string;
  readonly status: string;
  readonly reason: string;
  readonly settledAt: string | null;
  readonly nextAttemptAt: string | null;
  readonly attempts: readonly Attempt[];
}

const policy = (url: string, rate?: object) =>
  JSON.stringify({
    name: 'attempts',
    profile: 'load-v2',
    grouping: { by: 'service' },
    escalation: { severities: [], systemic: { targets: [] } },
    targets: { pager: { channel: 'webhook', url } },
    notify: { severities: ['HIGH', 'CRITICAL'], targets: ['pager'] },
    ...(rate === undefined ? {} : { rate }),
  });

let vigil: TestVigil;
let hook: FakeWebhook;
let answer: (request: number) => WebhookAnswer;

async function start(rate?: object): Promise<void> {
  vigil = await startVigil({ policy: policy(hook.url, rate) });
}

beforeEach(async () => {
  answer = () => ({ status: 204 });
  hook = await startFakeWebhook((request) => answer(request));
});

afterEach(async () => {
  await vigil.close();
  await hook.close();
});

async function open(service: string): Promise<string> {
  const { data } = await requestGraphQL<{ ingestSignal: { incident: { id: string } } }>(
    vigil,
    'mutation ($input: SignalInput!) { ingestSignal(input: $input) { incident { id } } }',
    { input: { source: 'test', service, title: 'Down', reportedSeverity: 'HIGH', confidence: 1 } },
  );
  if (data === undefined || data === null) throw new Error('Not opened');
  return data.ingestSignal.incident.id;
}

async function notifications(id: string, first = 20): Promise<Notification[]> {
  const { data, errors } = await requestGraphQL<{ incident: { notifications: Notification[] } | null }>(
    vigil,
    `query ($id: ID!, $first: Int) { incident(id: $id) { notifications(first: $first) {
      id target kind status reason settledAt nextAttemptAt attempts { number at delivered detail } } } }`,
    { id, first },
  );
  const incident = data?.incident ?? null;
  if (incident === null) throw new Error(JSON.stringify(errors));
  return incident.notifications;
}

/** The incident's one notification, once it is as asked. */
function eventually(id: string, isSo: (notification: Notification) => boolean): Promise<Notification> {
  return vi.waitFor(
    async () => {
      const [one] = await notifications(id);
      if (one === undefined || !isSo(one)) throw new Error(JSON.stringify(one));
      return one;
    },
    { timeout: 30_000, interval: 50 },
  );
}

test('each attempt is told with its reason and when the next one is due, also by the server that comes after', async () => {
  answer = (request) => ({ status: request === 1 ? 500 : 204, body: request === 1 ? 'out of paper at /hook' : '' });
  await start();
  const id = await open('shop');
  const failed = await eventually(id, ({ attempts }) => attempts.length === 1);
  expect(failed).toMatchObject({ target: 'pager', kind: 'NOTIFICATION', status: 'PENDING', settledAt: null });
  expect(failed.attempts).toMatchObject([
    { number: 1, delivered: false, detail: 'webhook: answered 500: out of paper at …' },
  ]);
  expect(Date.parse(failed.nextAttemptAt ?? '')).toBeGreaterThan(Date.parse(failed.attempts[0]?.at ?? ''));

  vigil = await vigil.restart();
  const done = await eventually(id, ({ status }) => status === 'DELIVERED');
  expect(done.attempts).toMatchObject([
    { number: 1, delivered: false },
    { number: 2, delivered: true, detail: 'webhook: answered 204' },
  ]);
  expect(done.nextAttemptAt).toBeNull();
  expect(done.settledAt).toBe(done.attempts[1]?.at);

  const query = 'query ($id: ID!) { incident(id: $id) { timeline { nodes { kind notificationId } } } }';
  const { data } = await requestGraphQL<{
    incident: { timeline: { nodes: { kind: string; notificationId: string | null }[] } };
  }>(vigil, query, { id });
  const events = data?.incident.timeline.nodes ?? [];
  expect(events.filter(({ notificationId }) => notificationId !== null)).toEqual([
    { kind: 'NOTIFIED', notificationId: done.id },
  ]);
});

test('what is refused for good has one failed attempt and no next one', async () => {
  answer = () => ({ status: 410 });
  await start();
  const id = await open('shop');
  const given = await eventually(id, ({ status }) => status === 'FAILED');
  expect(given.attempts).toMatchObject([{ number: 1, delivered: false, detail: 'webhook: answered 410' }]);
  expect(given.nextAttemptAt).toBeNull();
});

test('what waits for its target’s rate is told by the message that takes it along', async () => {
  await start({ perTarget: 1, minutes: 5, criticalShare: 0 });
  const first = await open('first');
  await eventually(first, ({ status }) => status === 'DELIVERED');
  const waiting = [await open('second'), await open('third')];
  for (const id of waiting) await eventually(id, ({ status }) => status === 'HELD');
  answer = (request) => ({ status: request === 2 ? 503 : 204 });
  vigil.advance(6 * 60_000);
  await runDue(vigil.app);
  for (const id of waiting) {
    const { attempts } = await eventually(id, ({ status }) => status === 'DELIVERED');
    expect(attempts.map(({ delivered }) => delivered)).toEqual([false, true]);
  }
  expect(hook.received).toHaveLength(3);
});

test('who snoozes an incident while a receiver is down is not told of it, and what the message took along is', async () => {
  await start({ perTarget: 1, minutes: 5, criticalShare: 0 });
  await eventually(await open('first'), ({ status }) => status === 'DELIVERED');
  const second = await open('second');
  await eventually(second, ({ status }) => status === 'HELD');
  const third = await open('third');
  await eventually(third, ({ status }) => status === 'HELD');
  answer = () => ({ status: 503 });
  vigil.advance(6 * 60_000);
  await runDue(vigil.app);
  // Of what is as severe the message is about the oldest.
  await eventually(second, ({ attempts }) => attempts.length === 1);
  expect((await snoozeIncident(vigil.app, ada, { id: second, minutes: 60 })).userErrors).toEqual([]);
  await eventually(second, ({ status }) => status === 'WITHDRAWN');
  answer = () => ({ status: 204 });
  const told = await eventually(third, ({ status }) => status === 'DELIVERED');
  expect(told.attempts.map(({ delivered }) => delivered).at(-1)).toBe(true);
  const about = hook.received.map(({ body }) => JSON.parse(body).data.incident.service);
  expect([about.at(0), about.at(1), about.at(-1)]).toEqual(['first', 'second', 'third']);
  expect(await notifications(second)).toMatchObject([{ nextAttemptAt: null, attempts: [{ delivered: false }] }]);
});

test('an old notification is forgotten, and more than a hundred cannot be asked for', async () => {
  await start();
  const id = await open('shop');
  await eventually(id, ({ status }) => status === 'DELIVERED');
  await expect(notifications(id, 101)).rejects.toThrow('from 0 to 100 is allowed');
  vigil.advance(100 * 86_400_000);
  await keepRetention({ ...vigil.app, log: silentLog, signalDays: 30 });
  expect(await notifications(id)).toEqual([]);
});
