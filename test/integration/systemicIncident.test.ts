import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { backtestPolicy } from '../../server/src/application/backtestPolicy.ts';
import { ingestSignals } from '../../server/src/application/ingestSignals.ts';
import { mergeIncident } from '../../server/src/application/mergeIncident.ts';
import { readIncident } from '../../server/src/application/readIncident.ts';
import { resolveIncident } from '../../server/src/application/resolveIncident.ts';
import type { TokenId } from '../../server/src/domain/ids.ts';
import type { NewSignal } from '../../server/src/domain/signal.ts';
import { finishDue } from '../support/finishDue.ts';
import { requestGraphQL } from '../support/request.ts';
import { newSignal } from '../support/signals.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

const minute = 60_000;
const ada = { tokenId: 'ada' as TokenId, name: 'Ada', role: 'RESPONDER' } as const;
const policy = `
profile: load-v2
name: systemic
grouping: { by: service }
`;
let database: TestDatabase;
let one: TestVigil;
let other: TestVigil;

beforeEach(async () => {
  database = await createTestDatabase();
  await start(policy);
});

afterEach(async () => {
  await Promise.all([one.close(), other.close()]);
  await database.drop();
});

async function start(document: string): Promise<void> {
  one = await startVigil({ policy: document, database });
  other = await startVigil({ policy: document, database });
}

async function critical(vigil: TestVigil, service: string, changes: Partial<NewSignal> = {}) {
  const signal = newSignal({ service, title: `${service} is down`, reportedSeverity: 'CRITICAL', ...changes });
  const [result] = await ingestSignals(vigil.app, [{ ok: true, signal }]);
  if (result === undefined || result.outcome === 'REJECTED') throw new Error('not stored');
  return result;
}

function advance(minutes: number): void {
  for (const each of [one, other]) each.advance(minutes * minute);
}

async function turn(): Promise<void> {
  await Promise.all([one, other].map(({ app }) => finishDue(app)));
}

interface Answer {
  readonly number: number;
  readonly status: string;
  readonly parent: { readonly number: number } | null;
  readonly children: readonly { readonly service: string; readonly parent: { readonly number: number } | null }[];
  readonly timeline: { readonly nodes: readonly { readonly kind: string; readonly message: string }[] };
}

/** The systemic incidents, oldest first, through the contract. */
async function systemic(vigil: TestVigil): Promise<readonly Answer[]> {
  const answer = await requestGraphQL<{ incidents: { nodes: Answer[] } }>(
    vigil,
    `query { incidents(filter: { service: ["system"] }, orderBy: OPENED_AT_ASC) { nodes {
      number status parent { number } children { service parent { number } } timeline { nodes { kind message } } } } }`,
  );
  expect(answer.errors).toBeUndefined();
  return answer.data?.incidents.nodes ?? [];
}

it('two servers that see many CRITICAL at once open one incident for all of them, which tells the targets once', async () => {
  const services = Array.from({ length: 8 }, (_, place) => `service ${place}`);
  const results = await Promise.all(services.map((service, place) => critical(place % 2 === 0 ? one : other, service)));
  expect(results.flatMap(({ escalations }) => escalations).map(({ factor }) => factor)).toEqual(['systemic']);
  const [parent, ...more] = await systemic(one);
  expect(more).toEqual([]);
  expect(parent).toMatchObject({ status: 'OPEN', parent: null });
  expect(parent?.children.map(({ service }) => service).sort()).toEqual(services);
  for (const child of parent?.children ?? []) expect(child.parent?.number).toBe(parent?.number);
  expect(parent?.timeline.nodes.filter(({ kind }) => kind === 'CHILD_JOINED')).toHaveLength(5);
  await vi.waitFor(async () => {
    const [again] = await systemic(one);
    expect(again?.timeline.nodes.filter(({ kind }) => kind === 'NOTIFIED')).toHaveLength(1);
  }, 10_000);
  const { sql } = one.app.database;
  const [tally] = await sql<{ incidents: number }[]>`select sum(incidents)::int as incidents from tally`;
  expect(tally).toEqual({ incidents: 9 });
});

it('lives from its first to its last child, across a restart, and each further outbreak is one of its own', async () => {
  for (const service of ['a', 'b', 'c']) await critical(one, service, { dedupKey: service });
  one = await one.restart();
  advance(4);
  const fourth = await critical(other, 'd', { dedupKey: 'd' });
  expect(fourth.escalations).toEqual([]);
  const [open] = await systemic(one);
  expect(open?.children.map(({ service }) => service)).toEqual(['a', 'b', 'c', 'd']);
  expect(open?.timeline.nodes).toContainEqual({
    kind: 'CHILD_JOINED',
    message: expect.stringMatching(/^4 CRITICAL within 5 min: also #\d+ \(d is down\)$/),
  });
  advance(6);
  await turn();
  // The rule no longer holds, and one more is none of it; but its children are not over.
  await critical(one, 'later', { dedupKey: 'later' });
  expect((await systemic(one))[0]).toMatchObject({ status: 'OPEN', children: { length: 4 } });
  for (const service of ['a', 'b', 'c', 'd']) await critical(other, service, { dedupKey: service, state: 'RESOLVED' });
  advance(2);
  await turn();
  await turn();
  const [closed] = await systemic(one);
  expect(closed?.status).toBe('RESOLVED');
  expect(closed?.timeline.nodes.filter(({ kind }) => kind === 'RESOLVED')).toHaveLength(1);

  advance(20);
  for (const service of ['e', 'f', 'g']) await critical(one, service, { dedupKey: service });
  expect((await systemic(other)).map(({ status, children }) => [status, children.length])).toEqual([
    ['RESOLVED', 4],
    ['OPEN', 3],
  ]);
});

it('takes in no incident by a merge: it would be over, and the alert with it, while that fires', async () => {
  for (const service of ['a', 'b', 'c']) await critical(one, service, { dedupKey: service });
  const into = String((await systemic(one))[0]?.number);
  const { incident } = await critical(one, 'other', { dedupKey: 'other', reportedSeverity: 'HIGH' });
  const id = incident?.id ?? '';
  const { userErrors } = await mergeIncident(one.app, ada, { id, into });
  expect(userErrors).toMatchObject([{ code: 'WRONG_STATUS', field: ['input', 'into'] }]);
  for (const service of ['a', 'b', 'c']) await critical(other, service, { dedupKey: service, state: 'RESOLVED' });
  advance(10);
  await turn();
  expect((await systemic(one))[0]?.status).toBe('RESOLVED');
  expect(await readIncident(one.app, id, null)).toMatchObject({ status: 'OPEN', firingAlertCount: 1 });
});

it('stays resolved when a person resolved it while more came, and nothing historical opens one', async () => {
  for (const service of ['a', 'b', 'c']) await critical(one, service);
  const [open] = await systemic(one);
  await resolveIncident(other.app, ada, { id: String(open?.number) });
  await critical(one, 'd');
  const occurredAt = new Date('2026-01-05T10:00:00Z');
  const past = [];
  for (const service of ['a', 'b', 'c']) past.push(await critical(one, service, { historical: true, occurredAt }));
  expect(past.flatMap(({ escalations }) => escalations)).toHaveLength(1);
  expect(await systemic(one)).toMatchObject([{ status: 'RESOLVED', children: { length: 3 } }]);
});

it('a backtest opens, tells and resolves it as it was', async () => {
  const from = new Date((await one.app.clock.now()).getTime() - minute);
  for (const service of ['a', 'b', 'c']) await critical(one, service, { dedupKey: service });
  advance(1);
  await critical(other, 'd', { dedupKey: 'd' });
  for (const service of ['a', 'b', 'c', 'd']) await critical(one, service, { dedupKey: service, state: 'RESOLVED' });
  advance(8);
  await turn();
  await vi.waitFor(async () => {
    const [parent] = await systemic(one);
    expect(parent?.timeline.nodes.filter(({ kind }) => kind === 'NOTIFIED')).toHaveLength(1);
    const [left] = await one.app.database.sql<{ count: number }[]>`
      select count(*)::int as count from timeline where kind = 'NOTIFIED'`;
    expect(left?.count).toBe(5);
  }, 10_000);
  const range = { from, to: new Date((await one.app.clock.now()).getTime() + minute) };
  const same = await backtestPolicy(one.app, { document: policy, range });
  expect(same.draft).toEqual(same.actual);
  expect(same).toMatchObject({
    draft: { incidents: 5, escalations: 1, notifications: 5 },
    difference: { incidentsAdded: 0, notificationsAdded: 0, notificationsRemoved: 0, escalationsAdded: 0 },
  });
  const without = `${policy}escalation: { systemic: { opensIncident: false } }`;
  const lone = await backtestPolicy(one.app, { document: without, range });
  expect(lone).toMatchObject({
    draft: { incidents: 4, escalations: 1, notifications: 5 },
    difference: { incidentsAdded: 0, notificationsAdded: 1, notificationsRemoved: 1 },
  });
});
