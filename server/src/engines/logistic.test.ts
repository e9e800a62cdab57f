import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitLogistic, fitLogisticInSteps, type Observation, sigmoid } from './logistic.ts';

const observation = (values: readonly number[], positive: boolean, weight = 1): Observation => ({
  values,
  positive,
  weight,
});

test('without anything to tell them apart the bias is the log odds of the share', () => {
  const observations = [...Array(30).fill(observation([0], true)), ...Array(10).fill(observation([0], false))];
  const { bias, weights } = fitLogistic(observations, 1);
  expect(bias).toBeCloseTo(Math.log(3), 9);
  expect(weights).toEqual([0]);
});

test('a weight of two counts as two observations', () => {
  const base = [observation([1], true), observation([-1], false), observation([0.5], false)];
  const twice = fitLogistic([...base, observation([2], true), observation([2], true)], 0.5);
  const heavy = fitLogistic([...base, observation([2], true, 2)], 0.5);
  expect(heavy.bias).toBeCloseTo(twice.bias, 9);
  expect(heavy.weights[0]).toBeCloseTo(twice.weights[0] ?? Number.NaN, 9);
});

test('values that separate the classes give finite weights', () => {
  const observations = Array.from({ length: 40 }, (_, index) => observation([index - 19.5, 1], index >= 20));
  const { bias, weights } = fitLogistic(observations, 0.1);
  expect([bias, ...weights].every(Number.isFinite)).toBe(true);
  expect(weights[0]).toBeGreaterThan(0);
});

test.each([
  [0, 0.5],
  [Math.log(3), 0.75],
  [-Math.log(3), 0.25],
  [800, 1],
  [-800, 0],
])('the probability at log odds of %d is %d', (logOdds, probability) => {
  expect(sigmoid(logOdds)).toBeCloseTo(probability, 12);
});

/** How often a fit pauses: once at first, then twice or more a step. */
function pausesOf(observations: readonly Observation[], penalty: number): number {
  const steps = fitLogisticInSteps(observations, penalty);
  let pauses = 0;
  while (steps.next().done !== true) pauses += 1;
  return pauses;
}

const overlapping = [
  observation([1, 2, 0], true),
  observation([2, 1, 1], true),
  observation([0, 1, 3], false),
  observation([1, 0, 1], false),
  observation([2, 2, 2], false),
  observation([0, 2, 1], true),
];

test('near the optimum each step squares the error, so there are few', () => {
  expect(pausesOf(overlapping, 0.1)).toBeLessThan(20);
  expect(pausesOf(overlapping, 0.1)).toBeGreaterThan(4);
});

test('a stronger penalty makes smaller weights', () => {
  const size = (penalty: number) => Math.hypot(...fitLogistic(overlapping, penalty).weights);
  expect(size(10)).toBeLessThan(size(1));
  expect(size(1)).toBeLessThan(size(0.1));
});

test('where a whole step would make it worse a shorter one is taken', () => {
  // One far-away value: the curvature is next to nothing where the first steps lead.
  const far = [observation([1_000], true), observation([-1], true), observation([-2], true), observation([0.5], false)];
  const { bias, weights } = fitLogistic(far, 1e-3);
  const slope = (of: (one: Observation) => number) =>
    far.reduce((sum, one) => {
      const probability = sigmoid(bias + (weights[0] ?? 0) * (one.values[0] ?? 0));
      return sum + (probability - (one.positive ? 1 : 0)) * of(one);
    }, 0);
  expect(Math.abs(slope(() => 1))).toBeLessThan(1e-6);
  expect(Math.abs(slope(({ values }) => values[0] ?? 0) + 1e-3 * (weights[0] ?? 0))).toBeLessThan(1e-4);
});

test('no observations give no weights', () => {
  expect(fitLogistic([], 1)).toEqual({ bias: 0, weights: [] });
});

test('whatever the observations, the optimum is met: the gradient is nought', () => {
  const value = fc.double({ min: -3, max: 3, noNaN: true });
  const any = fc.record({
    values: fc.tuple(value, value),
    positive: fc.boolean(),
    weight: fc.double({ min: 0.1, max: 5, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(any, { minLength: 2, maxLength: 40 }), (some) => {
      // One of each kind, so that the bias has an optimum.
      const observations = [...some, observation([0, 0], true), observation([0, 0], false)];
      const { bias, weights } = fitLogistic(observations, 1);
      const residual = ({ values, positive, weight }: Observation) => {
        const logOdds = bias + values.reduce((sum, one, place) => sum + one * (weights[place] ?? 0), 0);
        return weight * (sigmoid(logOdds) - (positive ? 1 : 0));
      };
      const gradient = [0, 1].map((place) =>
        observations.reduce((sum, one) => sum + residual(one) * (one.values[place] ?? 0), weights[place] ?? 0),
      );
      gradient.push(observations.reduce((sum, one) => sum + residual(one), 0));
      for (const slope of gradient) expect(Math.abs(slope)).toBeLessThan(1e-5);
    }),
  );
});
