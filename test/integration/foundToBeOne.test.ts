import { afterEach, beforeEach, expect, it } from 'vitest';
import { ingestSignals } from '../../server/src/application/ingestSignals.ts';
import { unmergeIncident } from '../../server/src/application/mergeIncident.ts';
import { readAlerts } from '../../server/src/application/readAlerts.ts';
import { readTimeline } from '../../server/src/application/readTimeline.ts';
import type { Viewer } from '../../server/src/domain/access.ts';
import { foldedFields } from '../../server/src/domain/history.ts';
import type { TokenId } from '../../server/src/domain/ids.ts';
import type { Incident } from '../../server/src/domain/incident.ts';
import { foldTimeline } from '../../server/src/engines/foldTimeline.ts';
import { readPatches } from '../../server/src/persistence/timeline.ts';
import { newSignal } from '../support/signals.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';

const ada: Viewer = { tokenId: '0190a000-0000-7000-8000-00000000ada1' as TokenId, name: 'Ada', role: 'RESPONDER' };
let vigil: TestVigil;

beforeEach(async () => {
  vigil = await startVigil();
});

afterEach(() => vigil.close());

/** Two services that begin in the same seconds and go on: one batch every ten seconds for two minutes. */
async function failTogether(): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    const titles = round < 3 ? ['Slow', `Only in round ${round}`] : ['Slow'];
    const signals = ['web', 'cart'].flatMap((service) => titles.map((title) => newSignal({ service, title })));
    await ingestSignals(
      vigil.app,
      signals.map((signal) => ({ ok: true, signal })),
    );
    vigil.advance(10_000);
  }
}

function incidents(): Promise<Incident[]> {
  return vigil.app.database.sql<Incident[]>`select * from incident order by number`;
}

async function alertsOf({ id }: Incident): Promise<string[]> {
  const { edges } = await readAlerts(vigil.app, id, {});
  return edges.map(({ node }) => `${node.service}: ${node.title}`).sort();
}

async function expectToldByTimelines(): Promise<void> {
  for (const row of await incidents()) {
    const folded = foldTimeline(await readPatches(vigil.app.database.sql, row.id, row.updatedAt));
    for (const field of foldedFields)
      expect([row.number, field, folded?.[field]]).toEqual([row.number, field, row[field]]);
  }
}

it('incidents that turn out to be one are merged with their alerts, and a person can take them apart', async () => {
  await failTogether();
  const [host, merged, ...more] = await incidents();
  if (host === undefined || merged === undefined) throw new Error('Two incidents were expected');
  expect(more).toEqual([]);
  expect(host).toMatchObject({ status: 'OPEN', mergedInto: null });
  expect(merged).toMatchObject({ status: 'RESOLVED', mergedInto: host.id, resolvedByRule: true });
  const brought = [0, 1, 2].map((round) => `${merged.service}: Only in round ${round}`);
  expect(await alertsOf(host)).toEqual(expect.arrayContaining(brought));
  expect(host.firingAlertCount).toBe((await alertsOf(host)).length);
  const { edges } = await readTimeline(vigil.app, host.id, {});
  const tookIn = edges.find(({ node }) => node.kind === 'TOOK_IN')?.node;
  expect(tookIn).toMatchObject({ actor: 'vigil', ruleId: 'correlation.merge' });
  expect(tookIn?.message).toContain('fired together with');
  await expectToldByTimelines();

  const apart = await unmergeIncident(vigil.app, ada, { id: merged.id });
  expect(apart).toMatchObject({ incident: { status: 'OPEN', mergedInto: null }, userErrors: [] });
  expect(await alertsOf(merged)).toEqual(expect.arrayContaining(brought));
  await failTogether();
  expect((await incidents()).map(({ status }) => status)).toEqual(['OPEN', 'OPEN']);
  await expectToldByTimelines();
});

it('history in one batch is merged as well, and never into what came after the other one had ended', async () => {
  const start = new Date('2026-01-01T10:00:00.000Z').getTime();
  const storm = (from: number) =>
    Array.from({ length: 12 }, (_, round) =>
      ['web', 'cart'].map((service, place) =>
        newSignal({
          service,
          title: 'Slow',
          historical: true,
          occurredAt: new Date(start + from + round * 10_000 + place * 1_000),
        }),
      ),
    ).flat();
  await ingestSignals(
    vigil.app,
    [...storm(0), ...storm(3_600_000)].map((signal) => ({ ok: true, signal })),
  );
  const all = await incidents();
  for (const { mergedInto, openedAt } of all) {
    const host = all.find(({ id }) => id === mergedInto);
    if (host !== undefined) expect(Math.abs(host.openedAt.getTime() - openedAt.getTime())).toBeLessThan(600_000);
  }
  expect(all.filter(({ mergedInto }) => mergedInto !== null)).toHaveLength(1);
  await expectToldByTimelines();
});
