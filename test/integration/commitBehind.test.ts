import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { commitBehind, sent } from '../../server/src/persistence/commitBehind.ts';
import { type Database, openDatabase } from '../../server/src/persistence/database.ts';
import { inOneFlight } from '../../server/src/persistence/inOneFlight.ts';
import type { Begin } from '../../server/src/persistence/transactionsAhead.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

let made: TestDatabase;
let database: Database;

beforeAll(async () => {
  made = await createTestDatabase();
  database = openDatabase({ url: made.url, maxConnections: 2 });
  await database.sql`create table kept (number int primary key)`;
});

afterAll(async () => {
  await database.close();
  await made.drop();
});

beforeEach(async () => {
  await database.sql`truncate kept`;
});

const begin: Begin = (work) => database.sql.begin(work);

const keptNumbers = async () =>
  (await database.sql`select number from kept order by number`).map(({ number }) => number);

test('a transaction gives what its last statements answer, and has committed by then', async () => {
  const rows = await commitBehind(begin, async (tx) =>
    sent(inOneFlight([tx`insert into kept values (1)`, tx`insert into kept values (2) returning number`])),
  );
  expect(rows[1]).toEqual([{ number: 2 }]);
  expect(await keptNumbers()).toEqual([1, 2]);
});

test('where one of them fails nothing is stored, and it says which', async () => {
  const failing = commitBehind(begin, async (tx) =>
    sent(
      inOneFlight([
        tx`insert into kept values (1)`,
        // Nested, so that it is heard of after what was refused behind it.
        inOneFlight([inOneFlight([tx`insert into kept values (1)`])]),
        tx`insert into kept values (3)`,
      ]),
    ),
  );
  await expect(failing).rejects.toMatchObject({ code: '23505', table_name: 'kept' });
  expect(await keptNumbers()).toEqual([]);
});

test('where the connection is lost behind them it fails, and others go on', async () => {
  const cut = commitBehind(begin, async (tx) => sent(inOneFlight([tx`insert into kept values (1)`, cutOff(tx)])));
  await expect(cut).rejects.toThrow();
  const rows = await commitBehind(begin, async (tx) => sent(inOneFlight([tx`insert into kept values (2)`])));
  expect(rows).toHaveLength(1);
  expect(await keptNumbers()).toEqual([2]);
});

test('what fails before anything was sent fails as it is', async () => {
  const failing = commitBehind(begin, async (tx) => {
    await tx`insert into kept values (1)`;
    throw new Error('decided otherwise');
  });
  await expect(failing).rejects.toThrow('decided otherwise');
  expect(await keptNumbers()).toEqual([]);
});

function cutOff(tx: Parameters<Parameters<typeof commitBehind>[1]>[0]) {
  return tx`select pg_terminate_backend(pg_backend_pid())`;
}
