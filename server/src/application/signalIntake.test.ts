import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { NewSignal } from '../domain/signal.ts';
import type { IngestResult } from './ingestResult.ts';
import { IntakeFull, SignalIntake, type SignalIntakeOptions } from './signalIntake.ts';

const signals = (count: number, source = 'test') => Array.from({ length: count }, () => ({ source }) as NewSignal);
const result = { outcome: 'REJECTED', userErrors: [] } satisfies IngestResult;

/** Batches are stored when the test says so. */
function openIntake(options: Omit<SignalIntakeOptions, 'storeBatch'>) {
  const begun: number[] = [];
  const finish: (() => void)[] = [];
  const storeBatch = (batch: readonly NewSignal[]) => {
    begun.push(batch.length);
    return new Promise<IngestResult[]>((resolve) => finish.push(() => resolve(batch.map(() => result))));
  };
  return { intake: new SignalIntake({ storeBatch, ...options }), begun, finish };
}

it('takes what arrives within a turn of the event loop into one transaction', async () => {
  const { intake, begun } = openIntake({});
  for (let n = 0; n < 5; n += 1) void intake.submit(signals(2));
  await nextTurn();
  await nextTurn();
  expect(begun).toEqual([10]);
});

it('gathers few signals while a transaction is in flight', async () => {
  const { intake, begun, finish } = openIntake({ worthALane: 10 });
  const first = intake.submit(signals(1));
  await nextTurn();
  await nextTurn();
  const others = [intake.submit(signals(4)), intake.submit(signals(5))];
  await nextTurn();
  await nextTurn();
  expect(begun).toEqual([1]);
  finish[0]?.();
  expect(await first).toHaveLength(1);
  await nextTurn();
  expect(begun).toEqual([1, 9]);
  finish[1]?.();
  expect((await Promise.all(others)).map((results) => results.length)).toEqual([4, 5]);
});

it('begins another transaction for many, and no more than it has lanes', async () => {
  const { intake, begun } = openIntake({ lanes: 2, worthALane: 10, batchSize: 10 });
  void intake.submit(signals(1));
  await nextTurn();
  await nextTurn();
  for (let n = 0; n < 4; n += 1) void intake.submit(signals(10));
  await nextTurn();
  await nextTurn();
  expect(begun).toEqual([1, 10]);
});

it('refuses at once what there is no room for', async () => {
  const { intake } = openIntake({ bound: 10, lanes: 1 });
  void intake.submit(signals(10)).catch(() => {});
  await expect(intake.submit(signals(1))).rejects.toBeInstanceOf(IntakeFull);
});
