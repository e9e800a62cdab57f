import { expect, test } from 'vitest';
import { DatabaseTime } from './databaseTime.ts';

const epoch = Date.UTC(2026, 0, 1);

/** A process whose clock begins at zero, and a database whose clock is ahead by so much. */
function clocks(leadMs = epoch) {
  const state = { now: 0, leadMs };
  const time = new DatabaseTime(() => state.now);
  const database = () => state.now + state.leadMs;
  /** A question that takes so long to get there, and its answer so long back. */
  const ask = (thereMs: number, backMs: number) =>
    time.ask(async () => {
      state.now += thereMs;
      const databaseTimeMs = database();
      state.now += backMs;
      return { databaseTimeMs };
    });
  return { state, time, database, ask };
}

test('before it has heard of the time it does not guess', () => {
  expect(clocks().time.guess()).toBeNull();
});

test('it guesses what the way back took too early, and never ahead', async () => {
  const { state, time, database, ask } = clocks();
  await ask(0.2, 0.3);
  state.now += 1_000;
  expect(time.guess()).toBeLessThanOrEqual(database());
  expect(time.guess()).toBeGreaterThan(database() - 0.5);
});

test('two slow questions may tell together what neither tells alone', async () => {
  const { time, database, ask } = clocks();
  await ask(0.1, 6);
  expect(time.guess()).toBeNull();
  await ask(6, 0.1);
  expect(time.guess()).toBeGreaterThan(database() - 0.3);
});

test('after a while it asks again, since clocks drift', async () => {
  const { state, time, ask } = clocks();
  await ask(0.2, 0.2);
  state.now += 60_000;
  expect(time.guess()).toBeNull();
  await ask(0.2, 0.2);
  expect(time.guess()).not.toBeNull();
});

test('a clock that was set back is believed', async () => {
  const { state, time, database, ask } = clocks();
  await ask(0.2, 0.2);
  state.leadMs -= 5_000;
  await ask(0.2, 0.2);
  expect(time.guess()).toBeGreaterThan(database() - 1);
  expect(time.guess()).toBeLessThanOrEqual(database());
});

test('it never goes back behind what was heard', async () => {
  const { time, ask } = clocks();
  await ask(0.1, 0.1);
  const { databaseTimeMs } = await ask(0.1, 0);
  expect(time.guess()).toBeGreaterThanOrEqual(databaseTimeMs);
});
