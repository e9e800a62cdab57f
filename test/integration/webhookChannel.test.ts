import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, test } from 'vitest';
import type { Notification } from '../../server/src/channels/channel.ts';
import { deliver } from '../../server/src/channels/registry.ts';
import { type FakeWebhook, startFakeWebhook, type WebhookAnswer } from '../support/fakeWebhook.ts';
import { silentLog } from '../support/silentLog.ts';

const notification: Notification = {
  key: '0197f6a0-0000-7000-8000-000000000001',
  at: new Date(),
  target: 'operations',
  reason: 'CRITICAL incident opened',
  severity: 'CRITICAL',
  incident: {
    id: '0197f6a0-0000-7000-8000-000000000002',
    number: 7,
    title: 'Checkout ünïcode "quoted"',
    service: 'checkout',
    severity: 'CRITICAL',
    status: 'OPEN',
    recommendedAction: 'Immediate alert and escalate',
    openedAt: new Date('2026-11-24T10:00:00Z'),
    signalCount: 3,
  },
};

let receiver: FakeWebhook | undefined;
afterEach(async () => {
  await receiver?.close();
  receiver = undefined;
});

async function send(answer: WebhookAnswer, options: { secret?: string; signal?: AbortSignal } = {}) {
  receiver = await startFakeWebhook(() => answer);
  const { secret, signal = new AbortController().signal } = options;
  const target = { channel: 'webhook' as const, url: receiver.url, ...(secret === undefined ? {} : { secret }) };
  return deliver(target, notification, { log: silentLog, signal });
}

test('the receiver is told of the incident, with the key of the notification', async () => {
  expect(await send({ status: 204 })).toEqual({ delivered: true, detail: 'answered 204' });
  const [request] = receiver?.received ?? [];
  expect(request?.headers).toMatchObject({ 'content-type': 'application/json', 'webhook-id': notification.key });
  expect(request?.headers['webhook-signature']).toBeUndefined();
  expect(JSON.parse(request?.body ?? '')).toEqual({
    type: 'incident.notification',
    timestamp: notification.at.toISOString(),
    data: {
      target: 'operations',
      reason: 'CRITICAL incident opened',
      severity: 'CRITICAL',
      incident: { ...notification.incident, openedAt: '2026-11-24T10:00:00.000Z' },
    },
  });
});

describe('with a secret', () => {
  test.each([
    ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', (secret: string) => new Webhook(secret)],
    ['plain wörds', (secret: string) => new Webhook(Buffer.from(secret, 'utf8'), { format: 'raw' })],
  ])('%s the body is signed', async (secret, verifier) => {
    await send({ status: 200, body: 'ok' }, { secret });
    const [request] = receiver?.received ?? [];
    if (request === undefined) throw new Error('Nothing was received');
    const headers = request.headers as Record<string, string>;
    expect(verifier(secret).verify(request.body, headers)).toMatchObject({ type: 'incident.notification' });
    expect(() => verifier(secret).verify(`${request.body} `, headers)).toThrow();
  });

  test('that is malformed nothing is sent', async () => {
    const delivery = await send({ status: 200 }, { secret: 'whsec_***' });
    expect(delivery).toMatchObject({ delivered: false, retry: false, reason: expect.stringContaining('base64') });
    expect(receiver?.received).toHaveLength(0);
  });
});

test.each([
  [400, false],
  [401, false],
  [404, false],
  [410, false],
  [408, true],
  [425, true],
  [429, true],
  [500, true],
  [503, true],
])('after %d it is tried again: %s', async (status, retry) => {
  const delivery = await send({ status, body: 'no\n\u0000 thanks' });
  expect(delivery).toEqual({ delivered: false, retry, reason: `answered ${status}: no thanks` });
});

test('a redirect is not followed', async () => {
  const delivery = await send({ status: 307, headers: { location: '/elsewhere' } });
  expect(delivery).toEqual({ delivered: false, retry: false, reason: 'answered 307: redirects are not followed' });
  expect(receiver?.received).toHaveLength(1);
});

test('of a long answer only the beginning is read', async () => {
  const delivery = await send({ status: 500, body: 'x'.repeat(5_000_000) });
  expect(delivery).toEqual({ delivered: false, retry: true, reason: `answered 500: ${'x'.repeat(200)}` });
});

test('a receiver that does not listen is tried again', async () => {
  const closed = await startFakeWebhook();
  await closed.close();
  const target = { channel: 'webhook' as const, url: closed.url };
  const delivery = await deliver(target, notification, { log: silentLog, signal: new AbortController().signal });
  expect(delivery).toMatchObject({ delivered: false, retry: true, reason: expect.stringContaining('ECONNREFUSED') });
});

test('a receiver whose address holds a name and a password gets them as its header', async () => {
  receiver = await startFakeWebhook();
  const { href } = Object.assign(new URL(receiver.url), { username: 'robot', password: 'p%C3%A4ss word' });
  const target = { channel: 'webhook' as const, url: href };
  const delivery = await deliver(target, notification, { log: silentLog, signal: new AbortController().signal });
  expect(delivery).toEqual({ delivered: true, detail: 'answered 204' });
  const expected = `Basic ${Buffer.from('robot:päss word').toString('base64')}`;
  expect(receiver.received[0]?.headers.authorization).toBe(expected);
});

test.each([
  [404, 'answered 404'],
  [307, 'answered 307: redirects are not followed'],
])('what is refused for good with %d is not tried again though the answer breaks off', async (status, reason) => {
  const brokenOff = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(status, { 'content-length': '100' }).write('gone');
      setImmediate(() => response.destroy());
    });
  });
  await new Promise<void>((resolve) => brokenOff.listen(0, '127.0.0.1', resolve));
  const { port } = brokenOff.address() as AddressInfo;
  const target = { channel: 'webhook' as const, url: `http://127.0.0.1:${port}/hook` };
  const delivery = await deliver(target, notification, { log: silentLog, signal: new AbortController().signal });
  await new Promise((resolve) => brokenOff.close(resolve));
  expect(delivery).toMatchObject({ delivered: false, retry: false, reason: expect.stringContaining(reason) });
});

test('an attempt that is aborted ends, and is tried again', async () => {
  const delivery = await send('hang', { signal: AbortSignal.timeout(50) });
  expect(delivery).toMatchObject({ delivered: false, retry: true });
});
