import { describe, expect, test } from 'vitest';
import type { MetricReading } from '../domain/signal.ts';
import { type DecayedBaseline, withReadings } from './decayedBaseline.ts';
import { featuresOf } from './severityFeatures.ts';
import { minute, policyWith, reading } from './testing/fixtures.ts';

const policy = policyWith({ learned: 'shadow' });

/** Readings of 100 and 120 in turn, every half minute for an hour: a mean of 110 and a standard deviation of 10. */
function usual(): DecayedBaseline | null {
  let state: DecayedBaseline | null = null;
  for (let index = 0; index < 120; index += 1) {
    const signal = { metrics: [reading('latency_ms', index % 2 === 0 ? 100 : 120)], historical: false };
    state = withReadings(state, signal, minute(index / 2).getTime(), policy);
  }
  return state;
}

function values(metric: MetricReading, baseline: DecayedBaseline | null = usual()) {
  return Object.fromEntries(
    featuresOf({ metrics: [metric] }, baseline, policy).map(({ kind, value }) => [kind, value]),
  );
}

describe('the features of a reading', () => {
  test('are how far it, its change and the last minute are from usual, and how much that varied, in standard deviations', () => {
    const { deviation, change, lastMinute, unrest } = values(reading('latency_ms', 130));
    expect(deviation).toBeCloseTo(2, 0);
    expect(change).toBeCloseTo(1, 1);
    expect(lastMinute).toBeCloseTo(0.2, 0);
    expect(unrest).toBeCloseTo(1, 1);
  });

  test.each([
    [10_000, 3],
    [-10_000, -3],
  ])('a reading of %i counts as %i', (value, expected) => {
    expect(values(reading('latency_ms', value))).toMatchObject({ deviation: expected, change: expected });
  });

  test('a threshold counts from the warning to the critical one, where low is bad too', () => {
    expect(values(reading('latency_ms', 750, 500, 1_000)).threshold).toBe(0.5);
    expect(values(reading('free_gb', 1, 10, 2), null)).toEqual({ threshold: 1 });
  });

  test('are none without a baseline and a threshold', () => {
    expect(values(reading('latency_ms', 130), null)).toEqual({});
    expect(values(reading('another', 130))).toEqual({});
  });

  test('what they look at is kept only while the policy asks for it', () => {
    const signal = { metrics: [reading('x', 1)], historical: false };
    expect(withReadings(null, signal, 0, policyWith({})).metrics[0]).not.toHaveProperty('recent');
    expect(withReadings(null, signal, 0, policy).metrics[0]).toHaveProperty('recent');
  });
});

describe('of a baseline that is given', () => {
  const metric = { name: 'x', weight: 4, mean: 10, squares: 400, readings: 1_000, atMs: 0 };
  const recent = { last: 15, weight: 2, mean: 20, squares: 50 };
  const of = (value: number, changes: object = {}, name = 'x') =>
    values(reading(name, value), { kind: 'decayed', metrics: [{ ...metric, recent, ...changes }] });

  test('each feature is in its standard deviations', () => {
    expect(of(25)).toEqual({ deviation: 1.5, change: 1, lastMinute: 1, unrest: 0.5 });
    expect(of(-5)).toEqual({ deviation: -1.5, change: -2, lastMinute: 1, unrest: 0.5 });
    expect(of(25, { recent: { ...recent, squares: 1e9 } })).toMatchObject({ unrest: 3 });
    expect(of(25, { recent: { ...recent, squares: -1 } })).toMatchObject({ unrest: 0 });
    expect(of(25, { recent: { ...recent, mean: 1e9 } })).toMatchObject({ lastMinute: 3 });
  });

  test('a metric of which the last minute is not known has less, an unknown one nothing', () => {
    expect(of(25, { recent: undefined })).toEqual({ deviation: 1.5 });
    expect(of(25, {}, 'y')).toEqual({});
    expect(of(25, { readings: 1 })).toEqual({});
  });

  test('what is not a number is left out', () => {
    expect(of(Number.NaN)).toEqual({ lastMinute: 1, unrest: 0.5 });
  });
});

test.each([
  [80, 95, 80, 0],
  [80, 95, 95, 1],
  [80, 95, 200, 1],
  [80, 95, 10, 0],
  [80, 100, 85, 0.25],
  [20, 10, 15, 0.5],
  [80, 80, 85, undefined],
  [null, 95, 85, undefined],
  [80, null, 85, undefined],
])('between the thresholds %s and %s a reading of %d is at %s', (warning, critical, value, expected) => {
  expect(values(reading('x', value, warning, critical), null).threshold).toBe(expected);
});
