import { expect, test } from 'vitest';
import { type Before, reading, sendAsOne, writing } from '../../server/src/persistence/sendAsOne.ts';
import type { Statement } from '../../server/src/persistence/statement.ts';
import { prepareKeptNumbers } from '../support/keptNumbers.ts';
import { somebodyWaits } from '../support/somebodyWaits.ts';

const kept = prepareKeptNumbers({ maxConnections: 3 });

const add = (number: number): Statement => ({ text: 'insert into kept values ($1::int)', parameters: [number] });
const move = (by: number, from: number): Statement => ({
  text: 'update kept set number = number + $1::int where number = $2::int',
  parameters: [by, from],
});
const lock = (key: number): Statement => ({ text: 'select pg_advisory_xact_lock($1::bigint)', parameters: [key] });
const last = (number: number, factor = 1) => ({
  text: ({ steps, done }: Before) => `
    with ${steps}added as (insert into kept select $1::int * $2::int where ${done} returning number)
    select number from added`,
  parameters: [number, factor],
});

test('statements are done together, each with its own parameters, and the last one answers', async () => {
  const { sql } = kept.database;
  await sql`insert into kept values (1), (2)`;
  const steps = [...reading([lock(1)]), ...writing([move(10, 1), move(20, 2), add(5)])];
  expect([...(await sendAsOne(sql, steps, last(7, 6)))]).toEqual([{ number: 42 }]);
  expect(await kept.read()).toEqual([5, 11, 22, 42]);
  // The same statements with other values.
  const others = [...reading([lock(1)]), ...writing([move(1, 5), move(1, 11), add(1)])];
  expect([...(await sendAsOne(sql, others, last(2)))]).toEqual([{ number: 2 }]);
  expect(await kept.read()).toEqual([1, 2, 6, 12, 22, 42]);
  expect([...(await sendAsOne(sql, [], last(3)))]).toEqual([{ number: 3 }]);
});

test.each([
  ['the first', writing([add(1), add(2)]), last(3)],
  ['the one in the middle', writing([add(4), add(1), add(2)]), last(3)],
  ['the last', writing([add(2)]), last(1)],
])('where %s fails nothing is stored', async (_, steps, end) => {
  await kept.database.sql`insert into kept values (1)`;
  await expect(sendAsOne(kept.database.sql, steps, end)).rejects.toMatchObject({ code: '23505', table_name: 'kept' });
  expect(await kept.read()).toEqual([1]);
});

test('none is begun before the one in front of it is done', async () => {
  const { sql } = kept.database;
  await sql`insert into kept values (1), (2)`;
  const holds = (number: number) => sql`select from kept where number = ${number} for update skip locked`;
  // Whoever is in the way at one step finds that the steps behind it hold nothing yet.
  const order = [
    { inTheWay: lock(7), free: [1, 2] },
    { inTheWay: { text: 'select from kept where number = $1::int for update', parameters: [1] }, free: [2] },
  ];
  for (const { inTheWay, free } of order) {
    let stored: Promise<unknown> = Promise.resolve();
    await sql.begin(async (tx) => {
      await tx.unsafe(inTheWay.text, [...inTheWay.parameters]);
      stored = sendAsOne(sql, [...reading([lock(7)]), ...writing([move(0, 1), move(0, 2)])], last(100 + free.length));
      await somebodyWaits(sql);
      for (const number of free) expect(await holds(number), `row ${number}`).toHaveLength(1);
    });
    await stored;
  }
  expect(await kept.read()).toEqual([1, 2, 101, 102]);
});
