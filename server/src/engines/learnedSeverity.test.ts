import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Severity } from '../domain/severity.ts';
import { judgeByModel, type LearnedModel } from './learnedModel.ts';
import { evaluateHeldOut, type Sample, trainSeverityModel } from './learnedSeverity.ts';
import type { Feature } from './severityFeatures.ts';

const deviation = (metric: string, value: number): Feature => ({ metric, kind: 'deviation', value });

/** Errors make it severe whatever the rules say; the CPU says nothing. */
function sample(index: number): Sample {
  const errors = ((index * 7) % 13) / 4 - 1.5;
  const severity: Severity = errors > 1 ? 'CRITICAL' : errors > 0 ? 'HIGH' : 'LOW';
  const features = [deviation('error_rate', errors), deviation('cpu', ((index * 5) % 11) / 5 - 1)];
  return { atMs: index, features, severity, rules: 'MEDIUM' };
}

const samples = Array.from({ length: 130 }, (_, index) => sample(index));

function trained(some: readonly Sample[] = samples): LearnedModel {
  const model = trainSeverityModel(some, 3);
  if (model === null) throw new Error('Nothing was learned');
  return model;
}

describe('a model', () => {
  test('learns what people corrected, on both sides', () => {
    const model = trained();
    const severityAt = (errors: number) => judgeByModel([deviation('error_rate', errors)], model).severity;
    expect([-1.4, 0.6, 1.5].map(severityAt)).toEqual(['LOW', 'HIGH', 'CRITICAL']);
  });

  test('names the reading that weighs most', () => {
    const { factors, probability, modelVersion } = judgeByModel(
      [deviation('error_rate', -1.4), deviation('cpu', 0.9)],
      trained(),
    );
    expect(factors[0]).toMatchObject({ name: 'error_rate.deviation', note: 'error_rate is -1.4 sd from usual' });
    expect(probability).toBeGreaterThan(0.9);
    expect(modelVersion).toBe(3);
  });

  test('takes a reading that is missing as average', () => {
    const { factors } = judgeByModel([], trained());
    expect(factors.map(({ name }) => name)).toEqual(['usual']);
  });

  test('is not made of corrections that are all alike, or without readings', () => {
    expect(
      trainSeverityModel(
        samples.map((one) => ({ ...one, severity: 'HIGH' as const })),
        1,
      ),
    ).toBeNull();
    expect(
      trainSeverityModel(
        samples.map((one) => ({ ...one, features: [] })),
        1,
      ),
    ).toBeNull();
    expect(trainSeverityModel([], 1)).toBeNull();
  });

  test('says the commonest of the severities that it cannot tell apart', () => {
    const model = trained(
      samples.map((one) => (one.severity === 'LOW' ? { ...one, severity: 'MEDIUM' as const } : one)),
    );
    expect(judgeByModel([deviation('error_rate', -1.4)], model).severity).toBe('MEDIUM');
  });

  test('survives JSON, and the same samples give the same model', () => {
    expect(JSON.parse(JSON.stringify(trained()))).toEqual(trained());
  });
});

test('whatever the readings, the contributions add up to the log odds of the probability', () => {
  const model = trained();
  const value = fc.double({ min: -3, max: 3, noNaN: true });
  fc.assert(
    fc.property(fc.option(value), value, (errors, cpu) => {
      const features = [...(errors === null ? [] : [deviation('error_rate', errors)]), deviation('cpu', cpu)];
      const { factors, probability } = judgeByModel(features, model);
      const sum = factors.reduce((all, { contribution }) => all + contribution, 0);
      expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(probability, 9);
      expect(probability).toBeGreaterThanOrEqual(0.5);
    }),
  );
});

describe('held-out samples', () => {
  test('are later than those that were trained on, and both answer the same question', () => {
    const shuffled = samples.toSorted((a, b) => ((a.atMs * 31) % 130) - ((b.atMs * 31) % 130));
    const heldOut = evaluateHeldOut(shuffled, 0.7);
    expect(heldOut).toEqual(evaluateHeldOut(samples, 0.7));
    expect(heldOut).toMatchObject({ trainedOn: 91, rules: { n: 39, predicted: 0, f1: 0 } });
    expect(heldOut?.model.f1).toBeGreaterThan(0.8);
  });

  test('are none where the first part teaches nothing', () => {
    const lateOnly = samples.map((one, place) => (place < 100 ? { ...one, severity: 'LOW' as const } : one));
    expect(evaluateHeldOut(lateOnly, 0.7)).toBeNull();
  });
});

describe('what a model is made of', () => {
  /** Samples of which half are HIGH, with these readings for the place of each. */
  const withReadings = (featuresAt: (place: number) => Feature[], count = 40): Sample[] =>
    Array.from({ length: count }, (_, place) => ({
      atMs: place,
      features: featuresAt(place),
      severity: place % 2 === 0 ? 'HIGH' : 'LOW',
      rules: 'LOW',
    }));

  test('the mean and the standard deviation of the samples that have the reading', () => {
    const { features } = trained(
      withReadings((place) => (place < 20 ? [deviation('cpu', place % 2 === 0 ? 2 : 6)] : [deviation('rss', place)])),
    );
    expect(features).toEqual([
      { metric: 'cpu', kind: 'deviation', mean: 4, sd: 2 },
      { metric: 'rss', kind: 'deviation', mean: 29.5, sd: Math.sqrt(33.25) },
    ]);
  });

  test('readings that vary: one that is always the same tells nothing', () => {
    const { features } = trained(withReadings((place) => [deviation('cpu', place % 2), deviation('flat', 7)]));
    expect(features.map(({ metric }) => metric)).toEqual(['cpu']);
  });

  test('the twelve metrics of the most samples, by name where they have equally many', () => {
    const names = Array.from({ length: 14 }, (_, place) => `m${String(place).padStart(2, '0')}`);
    const { features } = trained(
      withReadings((place) => [
        ...names.toReversed().map((name) => deviation(name, place % 3)),
        ...(place < 38 ? [deviation('a rare one', place % 3)] : []),
      ]),
    );
    expect(features.map(({ metric }) => metric)).toEqual(names.slice(0, 12));
  });

  test('a metric with two kinds of reading in a sample counts once', () => {
    const names = Array.from({ length: 12 }, (_, place) => `m${String(place).padStart(2, '0')}`);
    const change = (metric: string, value: number): Feature => ({ metric, kind: 'change', value });
    const { features } = trained(
      withReadings((place) => [
        ...names.map((name) => deviation(name, place % 3)),
        ...(place < 30 ? [deviation('twice', place % 3), change('twice', place % 5)] : []),
      ]),
    );
    expect(features.map(({ metric }) => metric)).toEqual(names);
  });

  test.each([
    [5, ['HIGH']],
    [4, null],
  ])('a question is asked from five answers of each kind on: with %d', (positives, cuts) => {
    const some = withReadings((place) => [deviation('cpu', place)]).map((one, place): Sample => {
      return { ...one, severity: place < positives ? 'HIGH' : 'MEDIUM' };
    });
    const model = trainSeverityModel(some, 1);
    expect(model?.cuts.map(({ severity }) => severity) ?? null).toEqual(cuts);
    if (model !== null) expect(model.otherwise).toBe('MEDIUM');
  });

  test('both answers weigh the same in all, however rare one is', () => {
    // Nothing tells them apart, so what is left is which answer is the likelier: neither.
    const some = withReadings((place) => [deviation('cpu', place % 2 === 0 ? 1 : -1)], 40).map((one, place): Sample => {
      return { ...one, severity: place < 8 ? 'HIGH' : 'LOW' };
    });
    const [cut] = trained(some).cuts;
    expect(cut?.bias).toBeCloseTo(0, 9);
    expect(cut?.weights[0]).toBeCloseTo(0, 9);
  });

  test('more samples are held by a stronger penalty, but by less of it each', () => {
    const weightOf = (count: number) =>
      trained(withReadings((place) => [deviation('cpu', place % 2 === 0 ? 1 : -1)], count)).cuts[0]?.weights[0] ?? 0;
    // The optimum of n ln(1 + e^-w) + (1 + n / 200) w^2 / 2, that is n / (1 + e^w) = (1 + n / 200) w.
    for (const count of [40, 400]) {
      const weight = weightOf(count);
      expect(count / (1 + Math.exp(weight))).toBeCloseTo((1 + count / 200) * weight, 5);
    }
    expect(weightOf(400)).toBeGreaterThan(weightOf(40));
  });

  test('the commonest of the severities below, and the least severe where they are equally common', () => {
    const below = (severities: Severity[]) =>
      trained(
        withReadings((place) => [deviation('cpu', place % 7)], 24).map((one, place): Sample => {
          return { ...one, severity: place < 16 ? 'CRITICAL' : (severities[place % severities.length] ?? 'LOW') };
        }),
      ).otherwise;
    expect(below(['LOW', 'MEDIUM'])).toBe('LOW');
  });
});

describe('the rest of held-out samples', () => {
  test('is none when all are trained on', () => {
    expect(evaluateHeldOut(samples, 1)).toBeNull();
  });
});
