import { expect, test } from 'vitest';
import { evaluateHeldOut, evaluateHeldOutInSteps, type Sample, trainSeverityModelInSteps } from './learnedSeverity.ts';
import { fitLogistic, fitLogisticInSteps, type Observation } from './logistic.ts';
import type { Steps } from './steps.ts';

/** Runs it, and answers how much was counted between two pauses at most. */
function mostBetweenPauses<Result>(steps: Steps<Result>, counted: { now: number }) {
  let most = 0;
  for (;;) {
    const before = counted.now;
    const step = steps.next();
    most = Math.max(most, counted.now - before);
    if (step.done === true) return { most, result: step.value };
  }
}

test('fitting pauses after a million products at most, and comes to the same', () => {
  const width = 60;
  const looks = { now: 0 };
  const observations = Array.from({ length: 2_000 }, (_, index): Observation => {
    const values = Array.from({ length: width }, (_, place) => Math.sin(index * (place + 1)));
    return {
      get values() {
        looks.now += 1;
        return values;
      },
      positive: (values[0] ?? 0) + (values[1] ?? 0) > 0.3,
      weight: 1,
    };
  });
  const { most, result } = mostBetweenPauses(fitLogisticInSteps(observations, 1), looks);
  expect(most * (width + 1) ** 2).toBeLessThan(1_100_000);
  expect(result).toEqual(fitLogistic(observations, 1));
});

test('training and its evaluation pause after a hundred samples at most, and come to the same', () => {
  const looks = { now: 0 };
  const samples = Array.from({ length: 1_050 }, (_, index): Sample => {
    const value = Math.sin(index);
    const features = [{ metric: 'cpu', kind: 'deviation' as const, value }];
    return {
      atMs: index,
      get features() {
        looks.now += 1;
        return features;
      },
      severity: value > 0.5 ? 'CRITICAL' : 'LOW',
      rules: 'MEDIUM',
    };
  });
  expect(mostBetweenPauses(trainSeverityModelInSteps(samples, 1), looks).most).toBeLessThanOrEqual(100);
  const { most, result } = mostBetweenPauses(evaluateHeldOutInSteps(samples, 0.7), looks);
  expect(most).toBeLessThanOrEqual(100);
  expect(result).toEqual(evaluateHeldOut(samples, 0.7));
});
