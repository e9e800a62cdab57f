import { expect, test } from 'vitest';
import { commitBehind, sent } from '../../server/src/persistence/commitBehind.ts';
import { inOneFlight } from '../../server/src/persistence/inOneFlight.ts';
import type { Begin } from '../../server/src/persistence/transactionsAhead.ts';
import { prepareKeptNumbers } from '../support/keptNumbers.ts';

const kept = prepareKeptNumbers({ maxConnections: 2 });
const begin: Begin = (work) => kept.database.sql.begin(work);

test('a transaction gives what its last statements answer, and has committed by then', async () => {
  const rows = await commitBehind(begin, async (tx) =>
    sent(inOneFlight([tx`insert into kept values (1)`, tx`insert into kept values (2) returning number`])),
  );
  expect(rows[1]).toEqual([{ number: 2 }]);
  expect(await kept.read()).toEqual([1, 2]);
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
  expect(await kept.read()).toEqual([]);
});

test('where the connection is lost behind them it fails, and others go on', async () => {
  const cut = commitBehind(begin, async (tx) => sent(inOneFlight([tx`insert into kept values (1)`, cutOff(tx)])));
  await expect(cut).rejects.toThrow();
  const rows = await commitBehind(begin, async (tx) => sent(inOneFlight([tx`insert into kept values (2)`])));
  expect(rows).toHaveLength(1);
  expect(await kept.read()).toEqual([2]);
});

test('what fails before anything was sent fails as it is', async () => {
  const failing = commitBehind(begin, async (tx) => {
    await tx`insert into kept values (1)`;
    throw new Error('decided otherwise');
  });
  await expect(failing).rejects.toThrow('decided otherwise');
  expect(await kept.read()).toEqual([]);
});

function cutOff(tx: Parameters<Parameters<typeof commitBehind>[1]>[0]) {
  return tx`select pg_terminate_backend(pg_backend_pid())`;
}
