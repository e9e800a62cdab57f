import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { activatePolicy } from '../../server/src/application/activatePolicy.ts';
import { createPolicyDraft } from '../../server/src/application/createPolicyDraft.ts';
import { ingestSignals } from '../../server/src/application/ingestSignals.ts';
import type { TokenId } from '../../server/src/domain/ids.ts';
import { newSignal } from '../support/signals.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

const admin = { tokenId: 'ada' as TokenId, name: 'Ada', role: 'ADMIN' } as const;
let database: TestDatabase;
let vigil: TestVigil;

beforeEach(async () => {
  database = await createTestDatabase();
  vigil = await startVigil({ database });
});

afterEach(async () => {
  await vigil.close();
  await database.drop();
});

async function draft(document: string): Promise<void> {
  const { userErrors } = await createPolicyDraft(vigil.app, admin, { document });
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
}

async function activate(version: number, reason: string, { app }: TestVigil = vigil): Promise<void> {
  const { userErrors } = await activatePolicy(app, admin, { version, reason });
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
}

async function ingestInto({ app }: TestVigil, service = 'checkout') {
  // A group of its own: services that fire together may be found to belong together, into an incident of an earlier version.
  const signal = newSignal({ service, groupKey: service, reportedSeverity: 'HIGH' });
  const [result] = await ingestSignals(app, [{ ok: true, signal }]);
  if (result === undefined || result.outcome === 'REJECTED') throw new Error('the signal was not stored');
  return result;
}

describe('two servers on one database', () => {
  let other: TestVigil;

  beforeEach(async () => {
    other = await startVigil({ database });
  });
  afterEach(() => other.close());

  it('decide by the version whose activation was answered before the signal came', async () => {
    await draft('name: second\nactions: { HIGH: Wake somebody }');
    for (const [round, version] of [2, 1, 2, 1, 2].entries()) {
      await activate(version, 'back and forth');
      const results = await Promise.all(
        [vigil, other].map((server) => ingestInto(server, `service ${round} ${server.url}`)),
      );
      for (const { decision, incident } of results) {
        expect(decision.policyVersion).toBe(version);
        expect(incident?.policyVersion).toBe(version);
        expect(decision.recommendedAction).toBe(version === 2 ? 'Wake somebody' : 'Notify operations team');
      }
    }
  });

  it('never use a version older than one whose activation was answered before the batch began, under load', async () => {
    const last = 21;
    for (let version = 2; version <= last; version += 1) await draft(`name: number ${version}`);
    let asked = 1;
    let answered = 1;
    let batches = 0;
    const wrong: string[] = [];
    const load = [vigil, other].map(async (server) => {
      while (answered < last) {
        const atLeast = answered;
        const { decision } = await ingestInto(server, `busy ${batches % 7}`);
        batches += 1;
        const { policyVersion } = decision;
        if (policyVersion < atLeast || policyVersion > asked) wrong.push(`${atLeast} ≤ ${policyVersion} ≤ ${asked}`);
      }
    });
    for (let version = 2; version <= last; version += 1) {
      asked = version;
      await activate(version, `number ${version}`, version % 3 === 0 ? other : vigil);
      answered = version;
      const seen = batches;
      while (version < last && batches < seen + 4) await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(load);
    expect(wrong).toEqual([]);
    expect(batches).toBeGreaterThan(76);
  });
});

describe('a notification', () => {
  it('is told to the target of the version that decided', async () => {
    await ingestInto(vigil, 'old');
    await draft(
      'name: second\ntargets: { log: { channel: log }, night: { channel: log } }\nescalation: { steps: [{ afterMinutes: 5, targets: [night], repeat: null }] }',
    );
    await activate(2, 'nights');
    vigil.advance(6 * 60_000);
    await expect
      .poll(
        async () => {
          const rows = await vigil.app.database.sql<
            { message: string }[]
          >`select message from timeline where kind = 'NOTIFIED'`;
          return rows.some(({ message }) => message.startsWith('night was notified'));
        },
        { timeout: 10_000 },
      )
      .toBe(true);
  });
});
