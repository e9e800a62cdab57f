import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runDue } from '../../server/src/application/clockwork.ts';
import { ingestSignals } from '../../server/src/application/ingestSignals.ts';
import { snoozeIncident } from '../../server/src/application/snoozeIncident.ts';
import type { IncidentId, TokenId } from '../../server/src/domain/ids.ts';
import type { Incident } from '../../server/src/domain/incident.ts';
import type { Severity } from '../../server/src/domain/severity.ts';
import { lockIncidents } from '../../server/src/persistence/incidents.ts';
import { type FakeWebhook, startFakeWebhook, type WebhookAnswer } from '../support/fakeWebhook.ts';
import { newSignal } from '../support/signals.ts';
import { somebodyWaits } from '../support/somebodyWaits.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

const minute = 60_000;
const ada = { name: 'Ada', role: 'RESPONDER', tokenId: 'ada' as TokenId } as const;
let database: TestDatabase;
let servers: TestVigil[];
let hook: FakeWebhook;
let answer: (request: number) => WebhookAnswer;

beforeEach(async () => {
  database = await createTestDatabase();
  answer = () => ({ status: 204 });
  hook = await startFakeWebhook((request) => answer(request));
  servers = [];
});

afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await hook.close();
  await database.drop();
});

/** Each service is an incident, nothing escalates, and the one target gets so much. */
async function start(rate: object = { perTarget: 3, minutes: 5, criticalShare: 0 }): Promise<TestVigil> {
  const policy = JSON.stringify({
    name: 'rated',
    profile: 'load-v2',
    grouping: { by: 'service' },
    escalation: { severities: [], systemic: { targets: [] } },
    targets: { operations: { channel: 'webhook', url: hook.url } },
    notify: { severities: ['HIGH', 'CRITICAL'], targets: ['operations'] },
    responses: { MEDIUM: { webhooks: ['operations'] } },
    rate,
  });
  const server = await startVigil({ policy, database });
  servers.push(server);
  return server;
}

async function open(server: TestVigil, services: readonly string[], severity: Severity = 'HIGH'): Promise<Incident[]> {
  const signals = services.map((service) => newSignal({ service, reportedSeverity: severity, confidence: 1 }));
  const results = await ingestSignals(
    server.app,
    signals.map((signal) => ({ ok: true as const, signal })),
  );
  return results.map((result) => {
    if (result.outcome === 'REJECTED' || result.incident === null) throw new Error('Not opened');
    return result.incident;
  });
}

function named(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, place) => `${prefix}-${place}`);
}

/** Until so many notifications wait (however many, when it is not given) and no job is under way. */
async function held(server: TestVigil, count?: number): Promise<void> {
  const { sql } = server.app.database;
  await vi.waitFor(
    async () => {
      const [row] = await sql<{ waiting: number; jobs: number }[]>`
        select (select count(*) from held_notification)::int as waiting,
          (select count(*) from pgboss.job where name = 'notify' and state in ('created', 'retry', 'active'))::int as jobs`;
      if (row === undefined || row.waiting !== (count ?? row.waiting) || row.jobs > 0)
        throw new Error(JSON.stringify(row));
    },
    { timeout: 20_000, interval: 50 },
  );
}

/** What the timelines say of notifications, by incident. */
async function told(server: TestVigil, incidents: readonly Incident[], kind = 'NOTIFIED'): Promise<string[][]> {
  const rows = await server.app.database.sql<{ incidentId: string; message: string }[]>`
    select incident_id, message from timeline where kind = ${kind} order by id`;
  return incidents.map(({ id }) => rows.filter((row) => row.incidentId === id).map(({ message }) => message));
}

/** The bodies that were received, in their order. */
function bodies() {
  return hook.received.map(({ body }) => {
    const { type, data } = JSON.parse(body);
    const { severity, incident, more } = data;
    return { type, severity, service: incident.service, more };
  });
}

test('what is beyond a target’s rate is told in one message when the storm is over', async () => {
  const server = await start();
  const incidents = await open(server, named('shop', 40));
  await held(server, 37);
  expect(hook.received).toHaveLength(3);
  expect(bodies().every(({ more }) => more === undefined)).toBe(true);

  server.advance(4 * minute);
  await runDue(server.app);
  await held(server, 37);
  expect(hook.received).toHaveLength(3);

  server.advance(1.1 * minute);
  await runDue(server.app);
  await held(server, 0);
  expect(hook.received).toHaveLength(4);
  const [last] = bodies().slice(-1);
  expect(last).toMatchObject({
    type: 'incident.notification',
    more: { title: '36 more incidents', count: 36, severity: 'HIGH', url: null },
  });
  expect(last?.more.incidents).toHaveLength(20);

  const messages = (await told(server, incidents)).map((of) => of.join('\n'));
  expect(messages.every((message) => message.startsWith('operations was notified (webhook: answered 204)'))).toBe(true);
  expect(messages.filter((message) => message.endsWith('. Told with 36 others'))).toHaveLength(37);
  const [sent] = await server.app.database.sql`select sum(notifications)::int as notifications from tally`;
  expect(sent).toEqual({ notifications: 4 });
});

test('a storm that goes on gets no more than its rate, and each message takes along what waits', async () => {
  const server = await start();
  const incidents = await open(server, named('first', 10));
  await held(server, 7);
  server.advance(5.1 * minute);
  // The next message may be the next incident's, or the clockwork's: it tells of the seven all the same.
  incidents.push(...(await open(server, named('second', 10))));
  await hook.waitFor(6);
  await held(server);
  expect(hook.received).toHaveLength(6);
  expect((await told(server, incidents.slice(0, 10))).flat()).toHaveLength(10);
  server.advance(5.1 * minute);
  await runDue(server.app);
  await held(server, 0);
  expect(hook.received).toHaveLength(7);
  expect((await told(server, incidents)).map((of) => of.length)).toEqual(Array(20).fill(1));
});

test('CRITICAL has a share of the rate: the first goes out at once and takes along what waits', async () => {
  const server = await start({ perTarget: 4, minutes: 5, criticalShare: 0.2 });
  await open(server, named('shop', 40));
  await held(server, 37);
  const [critical] = await open(server, ['payments'], 'CRITICAL');
  await hook.waitFor(4);
  await held(server, 0);
  expect(bodies().at(-1)).toMatchObject({
    severity: 'CRITICAL',
    service: 'payments',
    more: { title: '37 more incidents', severity: 'HIGH' },
  });
  if (critical === undefined) throw new Error('Not opened');
  expect(await told(server, [critical])).toEqual([[expect.stringMatching(/\. Told with 37 others$/)]]);
  // The rate holds for CRITICAL too, and the most severe leads.
  await open(server, ['search', 'login'], 'CRITICAL');
  await open(server, ['mail']);
  await held(server, 3);
  server.advance(5.1 * minute);
  await runDue(server.app);
  await held(server, 0);
  expect(bodies().slice(4)).toMatchObject([
    { severity: 'CRITICAL', more: { title: '2 more incidents', severity: 'CRITICAL' } },
  ]);
});

test('two servers keep to one rate and send what waited once, also after a restart', async () => {
  const [one, two] = [await start(), await start()];
  const incidents = (
    await Promise.all([open(one, named('one', 20)), open(two, named('two', 20)), open(two, named('three', 10))])
  ).flat();
  await held(one, 47);
  expect(hook.received).toHaveLength(3);
  servers = [await one.restart(), await two.restart()];
  const [third, fourth] = servers;
  if (third === undefined || fourth === undefined) throw new Error('Not started');
  await held(third, 47);
  for (const server of servers) server.advance(5.1 * minute);
  await Promise.all(servers.flatMap(({ app }) => [runDue(app), runDue(app)]));
  await held(third, 0);
  expect(hook.received).toHaveLength(4);
  expect(bodies().at(-1)?.more.count).toBe(46);
  expect((await told(third, incidents)).map((of) => of.length)).toEqual(Array(50).fill(1));
});

test('a message that is tried again is one of the rate, and takes along what it took along before', async () => {
  const server = await start({ perTarget: 1, minutes: 5, criticalShare: 0 });
  const incidents = await open(server, ['a', 'b', 'c']);
  await held(server, 2);
  answer = (request) => ({ status: request === 2 ? 503 : 204 });
  server.advance(5.1 * minute);
  await runDue(server.app);
  await hook.waitFor(3, 20_000);
  await held(server, 0);
  const [, second, third] = hook.received;
  expect(third?.headers['webhook-id']).toBe(second?.headers['webhook-id']);
  expect(
    bodies()
      .slice(1)
      .map(({ more }) => more.title),
  ).toEqual(['1 more incident', '1 more incident']);
  expect((await told(server, incidents)).map((of) => of.length)).toEqual([1, 1, 1]);
});

test('a message that has arrived is not sent again because a batch locks its incidents the other way round', async () => {
  const server = await start({ perTarget: 1, minutes: 5, criticalShare: 0 });
  const { sql } = server.app.database;
  const incidents = await open(server, ['a', 'b', 'c']);
  await held(server, 2);
  const [lower, higher] = await sql<{ incidentId: IncidentId }[]>`
    select incident_id from held_notification order by incident_id`;
  if (lower === undefined || higher === undefined) throw new Error('There are not two');
  server.advance(5.1 * minute);
  await sql.begin(async (tx) => {
    // So that it is the message's record which finds the deadlock.
    await tx`set local deadlock_timeout = '20s'`;
    await lockIncidents(tx, [higher.incidentId]);
    await runDue(server.app);
    await somebodyWaits(sql);
    await lockIncidents(tx, [lower.incidentId]);
  });
  await held(server, 0);
  expect(hook.received).toHaveLength(2);
  expect((await told(server, incidents)).map((of) => of.length)).toEqual([1, 1, 1]);
});

test('what a receiver refuses for good failed for every incident of the message, and counts no more', async () => {
  const server = await start({ perTarget: 1, minutes: 5, criticalShare: 0 });
  const incidents = await open(server, ['a', 'b', 'c']);
  await held(server, 2);
  answer = () => ({ status: 410 });
  server.advance(5.1 * minute);
  await runDue(server.app);
  await held(server, 0);
  const failed = (await told(server, incidents, 'NOTIFICATION_FAILED')).flat();
  expect(failed).toHaveLength(2);
  expect(failed.every((message) => message.endsWith(', nor of 1 other in the same message'))).toBe(true);
  answer = () => ({ status: 204 });
  const [next] = await open(server, ['d']);
  if (next === undefined) throw new Error('Not opened');
  await vi.waitFor(async () => expect((await told(server, [next])).flat()).toHaveLength(1), 20_000);
});

test('whoever snoozes an incident while its notification waits is not told of it', async () => {
  const server = await start({ perTarget: 1, minutes: 5, criticalShare: 0 });
  const incidents = await open(server, ['a', 'b', 'c', 'd']);
  await held(server, 3);
  const waiting = await server.app.database.sql<{ incidentId: string }[]>`select incident_id from held_notification`;
  const id = waiting[0]?.incidentId ?? '';
  const until = new Date(Date.now() + 60 * minute);
  expect((await snoozeIncident(server.app, ada, { id, until })).userErrors).toEqual([]);
  server.advance(5.1 * minute);
  await runDue(server.app);
  await held(server, 0);
  expect(bodies().at(-1)?.more.count).toBe(1);
  const counts = (await told(server, incidents)).map((of, place) => [incidents[place]?.id === id, of.length]);
  expect(counts.filter(([snoozed]) => snoozed)).toEqual([[true, 0]]);
  expect(counts.filter(([snoozed]) => !snoozed)).toEqual(Array(3).fill([false, 1]));
});

test('a webhook that is to be run gets the incident, and the timeline says that it was run', async () => {
  const server = await start();
  const [incident] = await open(server, ['reports'], 'MEDIUM');
  await hook.waitFor(1);
  expect(bodies()).toMatchObject([{ type: 'incident.action', severity: 'MEDIUM', service: 'reports' }]);
  if (incident === undefined) throw new Error('Not opened');
  await vi.waitFor(async () => {
    expect(await told(server, [incident])).toEqual([[expect.stringMatching(/^operations was run \(/)]]);
  }, 20_000);
});
