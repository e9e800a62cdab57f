import { afterEach, beforeEach, expect, it } from 'vitest';
import { backtestPolicy } from '../../server/src/application/backtestPolicy.ts';
import { ingestSignals } from '../../server/src/application/ingestSignals.ts';
import { resolveIncident } from '../../server/src/application/resolveIncident.ts';
import type { TokenId } from '../../server/src/domain/ids.ts';
import type { NewSignal } from '../../server/src/domain/signal.ts';
import { requestGraphQL } from '../support/request.ts';
import { newSignal } from '../support/signals.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

const policy = (minimumAlerts: number) => `
profile: load-v2
name: together
grouping: { by: service, minimumAlerts: ${minimumAlerts} }
`;
let database: TestDatabase;
let one: TestVigil;
let other: TestVigil;

beforeEach(async () => {
  database = await createTestDatabase();
  one = await startVigil({ policy: policy(3), database });
  other = await startVigil({ policy: policy(3), database });
});

afterEach(async () => {
  await Promise.all([one.close(), other.close()]);
  await database.drop();
});

async function send(vigil: TestVigil, ...changes: Partial<NewSignal>[]) {
  const signals = changes.map((change) => newSignal({ reportedSeverity: 'HIGH', ...change }));
  const results = await ingestSignals(
    vigil.app,
    signals.map((signal) => ({ ok: true, signal })),
  );
  return results.map((result) => {
    if (result.outcome === 'REJECTED') throw new Error('not stored');
    return result;
  });
}

async function outcomes(vigil: TestVigil, ...changes: Partial<NewSignal>[]) {
  return (await send(vigil, ...changes)).map(({ outcome }) => outcome);
}

it('two servers count the alerts of a group together, across restarts, and open its incident with all of them', async () => {
  expect(await outcomes(one, { title: 'a' })).toEqual(['LOGGED']);
  expect(await outcomes(other, { title: 'a' }, { title: 'b', dedupKey: 'b' })).toEqual(['LOGGED', 'LOGGED']);
  expect(await outcomes(one, { dedupKey: 'b', title: 'b', state: 'RESOLVED' })).toEqual(['LOGGED']);
  const [waits] = await send(other, { title: 'c' });
  expect(waits?.decision.reason).toMatch(/; waits for 1 more alert of its group$/);
  one = await one.restart();
  const [opened] = await send(one, { title: 'd' });
  expect(opened).toMatchObject({
    outcome: 'OPENED',
    incident: { title: 'a', signalCount: 4, firingAlertCount: 3, severity: 'HIGH' },
  });
  const { data } = await requestGraphQL<{
    incident: { alerts: unknown; timeline: { nodes: { kind: string; note: string | null }[] } };
  }>(
    one,
    `query ($id: ID!) { incident(id: $id) {
      alerts { nodes { title signalCount state } } timeline { nodes { kind note } } } }`,
    { id: opened?.incident?.id },
  );
  expect(data?.incident.alerts).toMatchObject({
    nodes: expect.arrayContaining([
      { title: 'a', signalCount: 2, state: 'FIRING' },
      { title: 'c', signalCount: 1, state: 'FIRING' },
      { title: 'd', signalCount: 1, state: 'FIRING' },
    ]),
  });
  // Who is told of it may stand behind already.
  expect(data?.incident.timeline.nodes.filter(({ kind }) => kind !== 'NOTIFIED')).toEqual([
    { kind: 'OPENED', note: expect.stringMatching(/^3 alerts of its group fired, the policy/) },
  ]);
  // Each end finds the alert that came in with the others, on either server.
  expect(await outcomes(other, { title: 'a', state: 'RESOLVED' })).toEqual(['JOINED']);
  expect(await outcomes(one, { title: 'c', state: 'RESOLVED' }, { title: 'd', state: 'RESOLVED' })).toEqual([
    'JOINED',
    'RESOLVED',
  ]);
  const [tally] = await one.app.database.sql<{ signals: number; alerts: number; incidents: number }[]>`
    select sum(signals)::int as signals, sum(alerts)::int as alerts, sum(incidents)::int as incidents from tally`;
  expect(tally).toEqual({ signals: 9, alerts: 4, incidents: 1 });
});

it('many alerts at once on both servers open one incident for each group, which loses none', async () => {
  const titles = Array.from({ length: 12 }, (_, place) => `alert ${place}`);
  await Promise.all(
    titles.flatMap((title, place) =>
      ['checkout', 'search'].map((service) => outcomes(place % 2 === 0 ? one : other, { title, service })),
    ),
  );
  const rows = await one.app.database.sql<{ service: string; alerts: number; signals: number; firing: number }[]>`
    select incident.service, count(*)::int as alerts, incident.signal_count as signals, firing_alert_count as firing
    from incident join alert on alert.incident_id = incident.id group by incident.id order by incident.service`;
  expect(rows).toEqual([
    { service: 'checkout', alerts: 12, signals: 12, firing: 12 },
    { service: 'search', alerts: 12, signals: 12, firing: 12 },
  ]);
});

it('a backtest finds the same incidents under the same policy, and those that would not have waited under another', async () => {
  const from = await one.app.clock.now();
  await send(one, { title: 'a' }, { title: 'b' }, { title: 'lonely', service: 'search' });
  const [opened] = await send(other, { title: 'c' });
  const ada = { tokenId: 'ada' as TokenId, name: 'Ada', role: 'RESPONDER' } as const;
  await resolveIncident(one.app, ada, { id: opened?.incident?.id ?? '' });
  const to = new Date((await one.app.clock.now()).getTime() + 1_000);
  const range = { from: new Date(from.getTime() - 1_000), to };
  const same = await backtestPolicy(one.app, { document: policy(3), range });
  // What was told of it may still be on its way.
  expect({ ...same.draft, notifications: 0 }).toEqual({ ...same.actual, notifications: 0 });
  expect(same).toMatchObject({ draft: { incidents: 1, logged: 3 }, difference: { incidentsAdded: 0, incidents: 0 } });
  const atOnce = await backtestPolicy(one.app, { document: policy(1), range });
  expect(atOnce).toMatchObject({ draft: { incidents: 2, logged: 0 }, actual: { incidents: 1 } });
});
