import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAcquaintances, storedTopologies, topologiesIn } from '../../server/src/application/learnedGroups.ts';
import type { BaselineState } from '../../server/src/engines/baseline.ts';
import { type Acquaintance, blankTopology, type TopologyState } from '../../server/src/engines/topology/state.ts';
import { putBaselines } from '../../server/src/persistence/baselines.ts';
import { type Database, openDatabase } from '../../server/src/persistence/database.ts';
import { send } from '../../server/src/persistence/statement.ts';
import { requestGraphQL } from '../support/request.ts';
import { startVigil } from '../support/startVigil.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

let made: TestDatabase;
let database: Database;
beforeAll(async () => {
  made = await createTestDatabase();
  database = openDatabase({ url: made.url });
});
afterAll(async () => {
  await database.close();
  await made.drop();
});

function acquaintance(partners: Record<string, number>): Acquaintance {
  return {
    ticks: 4,
    occasions: 2,
    lastTick: 7,
    since: 0,
    partners: new Map(Object.entries(partners)),
    streams: new Map(),
  };
}

function learned(services: Record<string, Record<string, number>>): TopologyState {
  const known = Object.entries(services).map(([name, partners]): [string, Acquaintance] => [
    name,
    acquaintance(partners),
  ]);
  return { ...blankTopology, services: new Map(known) };
}

/** What a batch stores that has learned this. */
function stored(state: TopologyState): [string, BaselineState][] {
  return storedTopologies([{ historical: false, state, learned: true }], new Map(), randomUUID);
}

/** The topologies among what a batch stored, as they are read again: without what goes with them. */
function readAgain(entries: readonly [string, BaselineState][]): Map<string, BaselineState> {
  return new Map(structuredClone(entries.filter(([, { kind }]) => kind === 'topology')));
}

/** As another server stores it, of whose ids this one knows none. */
async function storeElsewhere(state: TopologyState): Promise<Map<string, BaselineState>> {
  const strange = stored(state).map(([key, document]): [string, BaselineState] => [
    key,
    document.kind === 'topology' ? { ...document, acquaintances: randomUUID() } : document,
  ]);
  await database.sql.begin((tx) => send(tx, putBaselines(new Map(strange))));
  return readAgain(strange);
}

async function read(baselines: Map<string, BaselineState>): Promise<TopologyState['services'] | undefined> {
  const missing = await database.sql.begin((tx) => readAcquaintances(tx, baselines));
  const [topology] = topologiesIn(new Map([...baselines, ...missing]));
  return topology?.[1].services;
}

test('what another server has changed is read from the database, and then known', async () => {
  const first = await storeElsewhere(learned({ web: { database: 3 }, database: { web: 3 } }));
  expect((await read(first))?.get('web')?.partners).toEqual(new Map([['database', 3]]));
  const second = await storeElsewhere(learned({ web: { cache: 5 }, cache: { web: 5 } }));
  expect((await read(second))?.get('web')?.partners).toEqual(new Map([['cache', 5]]));
  // Known by now: nothing is asked for.
  const missing = await database.sql.begin((tx) => readAcquaintances(tx, second));
  expect([...missing]).toEqual([]);
});

test('what a batch has found remembered stays there while others remember much', async () => {
  const baselines = readAgain(stored(learned({ web: { database: 3 }, database: { web: 3 } })));
  const missing = await database.sql.begin((tx) => readAcquaintances(tx, baselines));
  expect([...missing]).toEqual([]);
  for (let other = 0; other < 20; other += 1) stored(learned({ [`other ${other}`]: {} }));
  const [topology] = topologiesIn(baselines);
  expect([...(topology?.[1].services.keys() ?? [])]).toEqual(['web', 'database']);
});

test('what is remembered is what another server reads, also of a pair that one side has forgotten', async () => {
  const state = learned({ hub: { web: 9 }, web: { hub: 9 }, mail: { hub: 1 } });
  const [here] = topologiesIn(new Map(stored(state)));
  const [again] = topologiesIn(readAgain(stored(state)));
  const elsewhere = await read(await storeElsewhere(state));
  expect(elsewhere?.get('hub')?.partners.get('mail')).toBe(1);
  expect(here?.[1].services).toEqual(elsewhere);
  expect(again?.[1].services).toEqual(elsewhere);
});

test('what was learned is told as groups with their pairs', async () => {
  const vigil = await startVigil();
  const both = (other: string): Acquaintance => ({ ...acquaintance({ [other]: 4 }), ticks: 5 });
  const services = new Map([
    ['api', both('web')],
    ['web', both('api')],
  ]);
  const told = { ...blankTopology, services, elapsed: 1_000 };
  await vigil.app.database.sql.begin((tx) => send(tx, putBaselines(new Map(stored(told)))));
  const { data } = await requestGraphQL<{ learnedGroups: unknown }>(
    vigil,
    '{ learnedGroups { services pairs { service other together share } } }',
  );
  await vigil.close();
  expect(data?.learnedGroups).toEqual([
    {
      services: ['api', 'web'],
      pairs: [{ service: 'api', other: 'web', together: 4, share: expect.closeTo((4 - 0.025) / (5 - 0.025), 9) }],
    },
  ]);
});
