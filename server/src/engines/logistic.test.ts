import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitLogistic, type Observation, sigmoid } from './logistic.ts';

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
