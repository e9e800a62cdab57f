import { afterEach, beforeEach, expect, it } from 'vitest';
import { ingestSignals } from '../../server/src/application/ingestSignals.ts';
import { mergeIncident } from '../../server/src/application/mergeIncident.ts';
import type { Viewer } from '../../server/src/domain/access.ts';
import type { IncidentId, TokenId } from '../../server/src/domain/ids.ts';
import { lockIncidents } from '../../server/src/persistence/incidents.ts';
import { newSignal } from '../support/signals.ts';
import { somebodyWaits } from '../support/somebodyWaits.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

const ada: Viewer = { tokenId: 'ada' as TokenId, name: 'Ada', role: 'RESPONDER' };
let vigil: TestVigil;

beforeEach(async () => {
  vigil = await startVigil({ policy: 'profile: load-v2\nname: by service\ngrouping: { by: service }\n' });
});

afterEach(() => vigil.close());

it('a merge that was given up for a batch that locks the same incidents the other way round is done after it', async () => {
  const { app } = vigil;
  const { sql } = app.database;
  await ingestSignals(
    app,
    ['checkout', 'search'].map((service) => ({ ok: true, signal: newSignal({ service }) })),
  );
  const [lower, higher] = await sql<{ id: IncidentId }[]>`select id from incident order by id`;
  if (lower === undefined || higher === undefined) throw new Error('There are no two incidents');
  let merged: ReturnType<typeof mergeIncident> | null = null;
  await sql.begin(async (tx) => {
    // So that it is the merge which finds the deadlock.
    await tx`set local deadlock_timeout = '20s'`;
    await lockIncidents(tx, [higher.id]);
    merged = mergeIncident(app, ada, { id: lower.id, into: higher.id });
    await somebodyWaits(sql);
    await lockIncidents(tx, [lower.id]);
  });
  const payload = await (merged as ReturnType<typeof mergeIncident> | null);
  expect(payload?.userErrors).toEqual([]);
  expect(payload?.incident?.mergedInto).toBe(higher.id);
}, 60_000);
