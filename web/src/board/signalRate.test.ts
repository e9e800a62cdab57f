import { expect, test } from 'vitest';
import { type RateSample, rateOf, withSample, withSampleAfter } from './signalRate.ts';

const seen = (...samples: [seconds: number, signals: number][]) =>
  samples.reduce<readonly RateSample[]>(
    (known, [seconds, signals]) => withSample(known, { atMs: seconds * 1000, signals }),
    [],
  );

test.each([
  ['nothing was seen yet', seen(), 10, null],
  ['too little was seen', seen([0, 100], [1, 110]), 2, null],
  ['ten a second', seen([0, 100], [5, 150], [10, 200]), 10, 10],
  ['nothing came', seen([0, 100]), 20, 0],
  ['a new day begins at nothing', seen([0, 1000], [10, 5], [15, 55]), 15, 10],
] as const)('%s', (_name, samples, nowSeconds, rate) => {
  expect(rateOf(samples, nowSeconds * 1000)).toBe(rate);
});

test('when no more signals come the rate falls to nothing', () => {
  const samples = seen([0, 0], [1, 300]);
  expect(rateOf(samples, 10_000)).toBe(30);
  expect(rateOf(samples, 100_000)).toBe(0);
});

test('a long time keeps few samples', () => {
  let samples: readonly RateSample[] = [];
  for (let second = 0; second < 600; second++) samples = withSample(samples, { atMs: second * 1000, signals: second });
  expect(samples.length).toBeLessThan(40);
  expect(rateOf(samples, 599_000)).toBeCloseTo(1, 1);
});

test('the first figure is what the server counted before, and what is seen takes its place', () => {
  let samples = withSampleAfter(2, [], { atMs: 100_000, signals: 500 });
  expect(rateOf(samples, 100_000)).toBeCloseTo(2);
  for (let second = 1; second <= 15; second++) {
    samples = withSampleAfter(2, samples, { atMs: 100_000 + second * 1000, signals: 500 + second * 10 });
  }
  expect(rateOf(samples, 115_000)).toBeCloseTo((15 * 2 + 15 * 10) / 30);
  for (let second = 16; second <= 40; second++) {
    samples = withSampleAfter(2, samples, { atMs: 100_000 + second * 1000, signals: 500 + second * 10 });
  }
  expect(rateOf(samples, 140_000)).toBeCloseTo(10);
});

test('a new day keeps the rate', () => {
  let samples: readonly RateSample[] = [];
  for (let second = 0; second <= 40; second++) {
    samples = withSampleAfter(0, samples, { atMs: second * 1000, signals: 500 + second * 10 });
  }
  samples = withSampleAfter(0, samples, { atMs: 41_000, signals: 3 });
  expect(rateOf(samples, 41_000)).toBeCloseTo(10, 0);
});
