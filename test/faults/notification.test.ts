import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatPolicyYaml, presets } from '../../server/src/engines/policy.ts';
import { type FakeWebhook, startFakeWebhook } from '../support/fakeWebhook.ts';
import { requestGraphQL } from '../support/request.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { startVigilProcess, type VigilProcess } from '../support/vigilProcess.ts';

let database: TestDatabase;
let receiver: FakeWebhook;
let server: VigilProcess | undefined;

beforeEach(async () => {
  database = await createTestDatabase();
  // The first attempt finds a receiver that takes its time.
  receiver = await startFakeWebhook((request) => (request === 1 ? 'hang' : { status: 204 }));
});

afterEach(async () => {
  await server?.kill('SIGKILL');
  server = undefined;
  await receiver.close();
  await database.drop();
});

async function start(): Promise<VigilProcess> {
  const policy = formatPolicyYaml({
    ...presets['load-v2'],
    targets: { operations: { channel: 'webhook', url: receiver.url }, log: { channel: 'log' } },
    notify: { severities: ['CRITICAL'], targets: ['operations'] },
  });
  server = await startVigilProcess({ databaseUrl: database.url, policy });
  return server;
}

async function notifiedEvents(vigil: VigilProcess): Promise<number> {
  const query = '{ incidents(first: 1) { nodes { timeline(first: 50) { nodes { kind } } } } }';
  const { data } = await requestGraphQL<{ incidents: { nodes: { timeline: { nodes: { kind: string }[] } }[] } }>(
    vigil,
    query,
  );
  const events = data?.incidents.nodes.flatMap(({ timeline }) => timeline.nodes) ?? [];
  return events.filter(({ kind }) => kind === 'NOTIFIED').length;
}

test.each([
  // Nobody says that the attempt is over: it has to expire.
  ['SIGKILL', 60_000],
  // The server puts back what it cannot finish.
  ['SIGTERM', 30_000],
] as const)(
  'a notification in the middle of whose delivery the server ends by %s arrives after the restart',
  async (signal, withinMs) => {
    const first = await start();
    const mutation = 'mutation ($input: SignalInput!) { ingestSignal(input: $input) { outcome } }';
    const input = { source: 'test', service: 'checkout', title: 'Down', reportedSeverity: 'CRITICAL', confidence: 1 };
    expect(await requestGraphQL(first, mutation, { input })).toEqual({ data: { ingestSignal: { outcome: 'OPENED' } } });
    await receiver.waitFor(1, 20_000);

    await first.kill(signal);
    server = undefined;
    const killedAt = performance.now();
    const second = await start();
    const [attempt, repetition] = await receiver.waitFor(2, 90_000);
    expect(performance.now() - killedAt).toBeLessThan(withinMs);
    expect(repetition?.headers['webhook-id']).toBe(attempt?.headers['webhook-id']);
    while ((await notifiedEvents(second)) === 0) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await notifiedEvents(second)).toBe(1);
    expect(receiver.received).toHaveLength(2);
  },
);
