import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Incident } from '../../server/src/domain/incident.ts';
import { foldTimeline, lifecycleOf } from '../../server/src/engines/foldTimeline.ts';
import { readPatches } from '../../server/src/persistence/timeline.ts';
import { type FakeWebhook, startFakeWebhook } from '../support/fakeWebhook.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';
import { suppressionRequests } from '../support/suppressionRequests.ts';

let hook: FakeWebhook;
let vigil: TestVigil;

beforeEach(async () => {
  hook = await startFakeWebhook();
  const policy = JSON.stringify({
    name: 'responding',
    profile: 'load-v2',
    grouping: { by: 'service' },
    targets: { operations: { channel: 'webhook', url: hook.url } },
    notify: { targets: ['operations'] },
    escalation: {
      systemic: { targets: [] },
      steps: [{ afterMinutes: 5, targets: ['operations'], repeat: null }],
    },
    responses: { MEDIUM: { resolve: true, webhooks: ['operations'] }, CRITICAL: { escalate: 'atOnce' } },
  });
  vigil = await startVigil({ policy });
});

afterEach(async () => {
  await vigil.close();
  await hook.close();
});

async function stored(): Promise<Incident> {
  const [incident] = await vigil.app.database.sql<Incident[]>`select * from incident`;
  if (incident === undefined) throw new Error('There is no incident');
  return incident;
}

test('an incident that needs nobody opens and is resolved in one transaction, its webhook runs, and its timeline tells it', async () => {
  const { ingest } = suppressionRequests(vigil);
  expect(await ingest({ reportedSeverity: 'MEDIUM' })).toMatchObject({
    outcome: 'OPENED',
    incident: { status: 'RESOLVED' },
  });
  await hook.waitFor(1);
  expect(JSON.parse(hook.received[0]?.body ?? '')).toMatchObject({ type: 'incident.action' });
  const incident = await stored();
  expect(incident).toMatchObject({ status: 'RESOLVED', resolvedBy: 'vigil', resolvedByRule: true });
  const patches = await readPatches(vigil.app.database.sql, incident.id, await vigil.app.clock.now());
  expect(foldTimeline(patches)).toMatchObject(lifecycleOf(incident));
  // It comes back for what is worse, and stays.
  expect(await ingest({ reportedSeverity: 'HIGH' })).toMatchObject({
    outcome: 'REOPENED',
    incident: { id: incident.id, status: 'OPEN' },
  });
});

test('a severity that escalates at once tells its first step’s targets with the signal, and keeps it once', async () => {
  const { ingest } = suppressionRequests(vigil);
  await ingest({ reportedSeverity: 'CRITICAL', confidence: 1 });
  await ingest({ reportedSeverity: 'CRITICAL', confidence: 1 });
  const reasons = (await hook.waitFor(2)).map(({ body }) => JSON.parse(body).data.reason);
  expect(reasons).toContain('CRITICAL escalates at once');
  const rows = await vigil.app.database.sql`select step, repeat, factor from escalation`;
  expect(rows).toEqual([{ step: 1, repeat: 0, factor: 'severity' }]);
});

test('nothing follows for what is suppressed', async () => {
  const { ingest, createSilence } = suppressionRequests(vigil);
  expect((await createSilence()).userErrors).toEqual([]);
  for (const reportedSeverity of ['MEDIUM', 'HIGH', 'CRITICAL']) {
    expect(await ingest({ reportedSeverity, confidence: 1 })).toMatchObject({ outcome: 'SUPPRESSED', incident: null });
  }
  // The jobs of what is not suppressed come after those that must not be there.
  await ingest({ service: 'cart', dedupKey: 'cart' });
  await hook.waitFor(1);
  await vi.waitFor(async () => {
    const jobs = await vigil.app.database.sql`select 1 from pgboss.job where name = 'notify' and state <> 'completed'`;
    expect(jobs).toHaveLength(0);
  }, 10_000);
  expect(hook.received.map(({ body }) => JSON.parse(body).data.incident.service)).toEqual(['cart']);
});
