import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { NewSignal } from '../domain/signal.ts';
import type { IngestResult } from './ingestResult.ts';
import { IntakeFull, SignalIntake, type SignalIntakeOptions } from './signalIntake.ts';

const signals = (count: number, source = 'test') => Array.from({ length: count }, () => ({ source }) as NewSignal);
const result = { outcome: 'REJECTED', userErrors: [] } satisfies IngestResult;

/** Batches are decided and stored when the test says so. */
function openIntake(options: Omit<SignalIntakeOptions, 'storeBatch'>) {
  const begun: number[] = [];
  const decide: (() => void)[] = [];
  const finish: (() => void)[] = [];
  const storeBatch: SignalIntakeOptions['storeBatch'] = (batch, onDecided) => {
    begun.push(batch.length);
    decide.push(onDecided);
    return new Promise<IngestResult[]>((resolve) => finish.push(() => resolve(batch.map(() => result))));
  };
  return { intake: new SignalIntake({ storeBatch, ...options }), begun, decide, finish };
}

/** What was submitted is on its way, if it may be. */
async function settle(): Promise<void> {
  await nextTurn();
  await nextTurn();
}

it('takes what arrives within a turn of the event loop into one transaction', async () => {
  const { intake, begun } = openIntake({});
  for (let n = 0; n < 5; n += 1) void intake.submit(signals(2));
  await settle();
  expect(begun).toEqual([10]);
});

it('gathers what arrives while a batch is decided, and decides it while that one is stored', async () => {
  const { intake, begun, decide, finish } = openIntake({ worthALane: 9 });
  const first = intake.submit(signals(1));
  await settle();
  const others = [intake.submit(signals(4)), intake.submit(signals(5))];
  await settle();
  expect(begun).toEqual([1]);
  decide[0]?.();
  expect(begun).toEqual([1, 9]);
  finish[0]?.();
  finish[1]?.();
  expect((await Promise.all([first, ...others])).map((results) => results.length)).toEqual([1, 4, 5]);
});

it('lets few signals wait for the batch before', async () => {
  const { intake, begun, decide, finish } = openIntake({ worthALane: 10 });
  void intake.submit(signals(1));
  await settle();
  void intake.submit(signals(9));
  await settle();
  decide[0]?.();
  expect(begun).toEqual([1]);
  finish[0]?.();
  await settle();
  expect(begun).toEqual([1, 9]);
});

it('begins beside another once enough wait', async () => {
  const { intake, begun, decide } = openIntake({ worthALane: 10 });
  void intake.submit(signals(1));
  await settle();
  decide[0]?.();
  void intake.submit(signals(9));
  await settle();
  expect(begun).toEqual([1]);
  void intake.submit(signals(1));
  await settle();
  expect(begun).toEqual([1, 10]);
});

it('has no more transactions in flight than lanes, also when one is decided twice', async () => {
  const { intake, begun, decide, finish } = openIntake({ lanes: 2, batchSize: 10, worthALane: 1 });
  for (let n = 0; n < 4; n += 1) void intake.submit(signals(10));
  await settle();
  decide[0]?.();
  decide[0]?.();
  decide[1]?.();
  expect(begun).toEqual([10, 10]);
  finish[0]?.();
  await settle();
  expect(begun).toEqual([10, 10, 10]);
});

it('goes on after a batch that was stored without having to be decided', async () => {
  const { intake, begun, finish } = openIntake({});
  const repeated = intake.submit(signals(3));
  await settle();
  finish[0]?.();
  await repeated;
  void intake.submit(signals(2));
  await settle();
  expect(begun).toEqual([3, 2]);
});

it('refuses at once what there is no room for', async () => {
  const { intake } = openIntake({ bound: 10, lanes: 1 });
  void intake.submit(signals(10)).catch(() => {});
  await expect(intake.submit(signals(1))).rejects.toBeInstanceOf(IntakeFull);
});
