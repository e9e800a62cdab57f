import { describe, expect, test } from 'vitest';
import { judgeByModel, type LearnedFeature, type LearnedModel, standardised } from './learnedModel.ts';
import { type Feature, featureKinds } from './severityFeatures.ts';

const known = (metric: string, kind: Feature['kind'] = 'deviation', mean = 0, sd = 1): LearnedFeature => ({
  ...{ metric, kind, mean, sd },
});
const feature = (metric: string, value: number, kind: Feature['kind'] = 'deviation'): Feature => ({
  ...{ metric, kind, value },
});
const model = (changes: Partial<LearnedModel>): LearnedModel => ({
  version: 4,
  features: [known('cpu')],
  cuts: [{ severity: 'HIGH', bias: 0.5, weights: [2] }],
  otherwise: 'MEDIUM',
  ...changes,
});

describe('a reading in standard deviations', () => {
  test.each([
    [12, 1],
    [8, -1],
    [16.1, 3],
    [3, -3],
    [10, 0],
  ])('of %d where 10 is usual and 2 common is %d', (value, expected) => {
    expect(standardised([feature('cpu', value)], [known('cpu', 'deviation', 10, 2)])).toEqual([expected]);
  });

  test('is the mean where it is missing, or of another kind', () => {
    expect(standardised([feature('cpu', 9, 'change')], [known('cpu'), known('rss')])).toEqual([0, 0]);
  });
});

describe('the note of a reading', () => {
  test.each([
    ['deviation', 1.5, 'cpu is 1.5 sd from usual'],
    ['change', 1.5, 'cpu changed by 1.5 sd'],
    ['lastMinute', 1.5, 'cpu was 1.5 sd from usual over the last minute'],
    ['unrest', 1.5, 'cpu varied by 1.5 sd over the last minute'],
    ['threshold', 0.25, 'cpu is 25 % of the way to critical'],
  ] as const)('%s of %d: %s', (kind, value, note) => {
    const { factors } = judgeByModel([feature('cpu', value, kind)], model({ features: [known('cpu', kind)] }));
    expect(factors[0]).toEqual({
      name: `cpu.${kind}`,
      value,
      threshold: 0,
      weight: 2,
      contribution: 2 * value,
      note,
    });
    expect(featureKinds).toContain(kind);
  });

  test('that is missing is left out, since the mean weighs nothing', () => {
    const { factors } = judgeByModel([], model({}));
    expect(factors).toEqual([
      {
        name: 'usual',
        value: null,
        threshold: null,
        weight: 1,
        contribution: 0.5,
        note: 'what holds when every reading is average',
      },
    ]);
  });
});

describe('the question that is answered with yes', () => {
  const cuts = [
    { severity: 'CRITICAL', bias: -4, weights: [2] },
    { severity: 'HIGH', bias: -1, weights: [2] },
  ] as const;
  test.each([
    [2.5, 'CRITICAL', 1],
    [2, 'CRITICAL', 0],
    [1, 'HIGH', 1],
    [0.5, 'HIGH', 0],
    [0, 'MEDIUM', 1],
    [-1, 'MEDIUM', 3],
  ])('at a reading of %d is the most severe one: %s', (value, severity, logOdds) => {
    const verdict = judgeByModel([feature('cpu', value)], model({ cuts }));
    expect(verdict.severity).toBe(severity);
    expect(verdict.probability).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 9);
    expect(verdict.factors.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(logOdds, 9);
    expect(verdict.modelVersion).toBe(4);
  });

  test('is one at least', () => {
    expect(() => judgeByModel([], model({ cuts: [] }))).toThrow('asks no question');
  });
});

test('eight readings are named, largest first, and the others are told together', () => {
  const names = Array.from({ length: 11 }, (_, place) => `m${place}`);
  const many = model({
    features: names.map((name) => known(name)),
    cuts: [
      { severity: 'HIGH', bias: 0.45, weights: names.map((_, place) => (place % 2 === 0 ? 0.1 : -0.1) * (place + 1)) },
    ],
  });
  const { factors } = judgeByModel(
    names.map((name) => feature(name, 1)),
    many,
  );
  expect(factors.map(({ name }) => name)).toEqual([
    ...['m10', 'm9', 'm8', 'm7', 'm6', 'm5', 'm4'].map((name) => `${name}.deviation`),
    'usual',
    'm3.deviation',
    'others',
  ]);
  const [others] = factors.slice(-1);
  expect(others).toMatchObject({ value: null, threshold: null, weight: 1, note: 'all other readings together' });
  expect(others?.contribution).toBeCloseTo(0.1 - 0.2 + 0.3, 9);
});
