import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runDue } from '../../server/src/application/clockwork.ts';
import { ingestSignals } from '../../server/src/application/ingestSignals.ts';
import type { Incident } from '../../server/src/domain/incident.ts';
import { newSignal } from '../support/signals.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

const minute = 60_000;
const policy = `
profile: load-v2
name: twice
escalation:
  steps:
    - { afterMinutes: 5, targets: [log], repeat: { everyMinutes: 5, times: 1 } }
    - { afterMinutes: 15, targets: [log], repeat: null }
`;
let database: TestDatabase;
let servers: TestVigil[];

beforeEach(async () => {
  database = await createTestDatabase();
  servers = [];
  for (const _ of ['one', 'two']) servers.push(await startVigil({ policy, database }));
});

afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await database.drop();
});

function server(place: number): TestVigil {
  const found = servers[place];
  if (found === undefined) throw new Error('not started');
  return found;
}

async function open(service: string): Promise<Incident> {
  const signal = newSignal({ service, reportedSeverity: 'HIGH' });
  const [result] = await ingestSignals(server(0).app, [{ ok: true, signal }]);
  if (result === undefined || result.outcome === 'REJECTED' || result.incident === null) throw new Error('not opened');
  return result.incident;
}

/** What fired, for each incident: the same from the escalations, the timelines and the jobs that tell the targets. */
async function fired(incidents: readonly Incident[]) {
  const { sql } = server(0).app.database;
  return Promise.all(
    incidents.map(async ({ id }) => {
      const rows = await sql<{ step: number; repeat: number }[]>`
        select step, repeat from escalation where incident_id = ${id} order by at, step, repeat`;
      const [events] = await sql<{ count: number }[]>`
        select count(*)::int as count from timeline where incident_id = ${id} and kind = 'ESCALATED'`;
      return { steps: rows.map(({ step, repeat }) => `${step}.${repeat}`), events: events?.count };
    }),
  );
}

/** The servers' own clockwork may have a row in hand that a turn of ours passes over. */
async function haveFired(incidents: readonly Incident[], expected: { steps: string[]; events: number }): Promise<void> {
  await vi.waitFor(async () => {
    for (const one of await fired(incidents)) expect(one).toEqual(expected);
  }, 10_000);
}

it('two servers on one database fire each step once, together and one after the other, and across a restart', async () => {
  const incidents: Incident[] = [];
  for (let place = 0; place < 12; place += 1) incidents.push(await open(`service ${place}`));
  const turn = () => Promise.all(servers.flatMap(({ app }) => [runDue(app), runDue(app)]));
  const advance = (milliseconds: number) => {
    for (const each of servers) each.advance(milliseconds);
  };
  advance(5 * minute + 2000);
  await turn();
  await haveFired(incidents, { steps: ['1.0'], events: 1 });
  await turn();
  await haveFired(incidents, { steps: ['1.0'], events: 1 });

  // The second server goes away and comes back with a clock that begins anew: it has nothing to do again.
  servers[1] = await server(1).restart();
  await turn();
  await haveFired(incidents, { steps: ['1.0'], events: 1 });

  server(1).advance(5 * minute + 2000);
  advance(30 * minute);
  await turn();
  await turn();
  await haveFired(incidents, { steps: ['1.0', '1.1', '2.0'], events: 3 });
});

it('two servers fire the step that an incident’s age makes due before its time once, and name the factor', async () => {
  await server(0).app.database.sql`
    update policy set document = jsonb_set(document, '{risk,escalateAt}', '0.05') where active`;
  for (const [place, each] of servers.entries()) servers[place] = await each.restart();
  const incident = await open('ages');
  for (const each of servers) each.advance(4 * minute);
  await Promise.all(servers.flatMap(({ app }) => [runDue(app), runDue(app)]));
  expect(await fired([incident])).toEqual([{ steps: ['1.0'], events: 1 }]);
  const [row] = await server(0).app.database.sql<{ factor: string; reason: string }[]>`
    select factor, reason from escalation where incident_id = ${incident.id}`;
  expect(row).toMatchObject({ factor: 'time', reason: expect.stringMatching(/^Risk 0\.0\d reached 0\.05 \(by time/) });
});
