import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../server/src/persistence/database.ts';
import { type DatabaseProxy, startDatabaseProxy } from '../support/databaseProxy.ts';
import { groupedByService } from '../support/groupedByService.ts';
import { newSignal } from '../support/signals.ts';
import { somebodyWaits } from '../support/somebodyWaits.ts';
import { startVigil, type TestVigil } from '../support/startVigil.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

let made: TestDatabase;
let proxy: DatabaseProxy;
let vigil: TestVigil;
/** Not through the proxy. */
let direct: Database;

beforeEach(async () => {
  made = await createTestDatabase();
  direct = openDatabase({ url: made.url });
  proxy = await startDatabaseProxy(made.url);
  vigil = await startVigil({ policy: groupedByService, database: { ...made, url: proxy.url } });
});

afterEach(async () => {
  await vigil.close();
  await proxy.close();
  await direct.close();
  await made.drop();
});

async function countSignals(): Promise<number> {
  const [row] = await direct.sql<{ count: number }[]>`select count(*)::int as count from signal`;
  return row?.count ?? 0;
}

it.each([1, 251])('of %i signals whose commit was not answered none is stored a second time', async (count) => {
  const { intake } = vigil.app;
  const signals = Array.from({ length: count }, () => newSignal({ reportedSeverity: 'LOW' }));
  // Until it is remembered what they are decided on, and each connection has planned its statements: the lost ones wait for no answer.
  const before = 25;
  for (let round = 0; round < before; round += 1) await intake.submit(signals);
  let lost: Promise<string> = Promise.resolve('not sent');
  await direct.sql.begin(async (tx) => {
    // The last that a batch changes, behind which its commit travels.
    await tx`select from feed for update`;
    lost = intake.submit(signals).then(
      () => 'stored',
      () => 'lost',
    );
    await somebodyWaits(direct.sql);
    proxy.holdAnswers();
  });
  await expect.poll(countSignals, { timeout: 10_000 }).toBe((before + 1) * count);
  proxy.cutHeld();
  expect({ answer: await lost, count: await countSignals() }).toEqual({ answer: 'lost', count: (before + 1) * count });
  await intake.submit(signals);
  expect(await countSignals()).toBe((before + 2) * count);
});
