import { expect, test } from 'vitest';
import { TransactionsAhead } from '../../server/src/persistence/transactionsAhead.ts';
import { prepareKeptNumbers } from '../support/keptNumbers.ts';

const kept = prepareKeptNumbers({ maxConnections: 3 });

/** Of the pool of the test, those that a transaction has open. */
const openTransactions = async () =>
  (
    await kept.database.sql<{ pid: number }[]>`
      select pid from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction' and pid <> pg_backend_pid()`
  ).map(({ pid }) => pid);

test('work goes into the transaction that was opened for it', async () => {
  const transactions = new TransactionsAhead(kept.database.sql, { keptMs: 60_000 });
  transactions.open();
  await expect.poll(openTransactions).toHaveLength(1);
  const [opened] = await openTransactions();
  await transactions.begin(async (tx) => {
    const [mine] = await tx`select pg_backend_pid() as pid`;
    expect(mine?.pid).toBe(opened);
    await tx`insert into kept values (1)`;
  });
  expect(await kept.read()).toEqual([1]);
  expect(await openTransactions()).toEqual([]);
});

test('no more than one is open ahead, and one that nobody wants ends', async () => {
  const transactions = new TransactionsAhead(kept.database.sql, { keptMs: 300 });
  transactions.open();
  transactions.open();
  await expect.poll(openTransactions).toHaveLength(1);
  await expect.poll(openTransactions, { timeout: 10_000 }).toEqual([]);
  await transactions.begin(async (tx) => {
    await tx`insert into kept values (1)`;
  });
  expect(await kept.read()).toEqual([1]);
});

test('work that fails is rolled back', async () => {
  const transactions = new TransactionsAhead(kept.database.sql, { keptMs: 60_000 });
  transactions.open();
  const failing = transactions.begin(async (tx) => {
    await tx`insert into kept values (1)`;
    throw new Error('decided otherwise');
  });
  await expect(failing).rejects.toThrow('decided otherwise');
  expect(await kept.read()).toEqual([]);
});

test('one whose connection is lost while it waits is replaced', async () => {
  const transactions = new TransactionsAhead(kept.database.sql, { keptMs: 60_000 });
  transactions.open();
  await expect.poll(openTransactions).toHaveLength(1);
  const [opened] = await openTransactions();
  await kept.database.sql`select pg_terminate_backend(${opened ?? 0})`;
  // Until the loss has been noticed, work may still be given to it; it fails then.
  const storing = () =>
    transactions.begin(async (tx) => {
      await tx`insert into kept values (1)`;
    });
  await expect
    .poll(() =>
      storing().then(
        () => 'stored',
        () => 'lost',
      ),
    )
    .toBe('stored');
  expect(await kept.read()).toEqual([1]);
});
