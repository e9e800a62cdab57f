import { describe, expect, test } from 'vitest';
import { type DecayedBaseline, usualOf, withReadings } from './decayedBaseline.ts';
import { minute, newSignal, policyWith, reading } from './testing/fixtures.ts';

type Told = readonly [at: number, value: number];

describe('decayed moments', () => {
  const policy = policyWith({
    baseline: {
      windowMinutes: 10,
      halfLifeMinutes: 10,
      halfLifeReadings: 1_000,
      minimumReadings: 2,
      maximumMetrics: 2,
    },
  });
  const momentsOf = (told: readonly Told[], historical = false, by = policy) => {
    let state: DecayedBaseline | null = null;
    for (const [at, value] of told) {
      const metrics = [reading('cpu_percent', value)];
      state = withReadings(state, newSignal({ metrics, historical }), minute(at).getTime(), by);
    }
    return state?.metrics[0];
  };

  test('of equal times are those of a list of numbers', () => {
    const moments = momentsOf([
      [0, 2],
      [0, 4],
      [0, 9],
    ]);
    expect(moments).toMatchObject({ weight: 3, mean: 5, readings: 2 });
    expect(moments?.squares).toBeCloseTo(9 + 1 + 16, 9);
  });

  test('weigh a reading by its age: where few come, by how many came since', () => {
    const byReadings = 2 ** (-1 / 1_000);
    expect(
      momentsOf([
        [0, 0],
        [10, 3],
      ])?.weight,
    ).toBeCloseTo(byReadings + 1, 9);
    const byTime = policyWith({ baseline: { halfLifeMinutes: 10, halfLifeReadings: 1 } });
    expect(
      momentsOf(
        [
          [0, 0],
          [5, 3],
        ],
        false,
        byTime,
      )?.weight,
    ).toBeCloseTo(2 ** -0.5 + 1, 9);
    expect(
      momentsOf(
        [
          [0, 0],
          [10, 3],
        ],
        false,
        byTime,
      )?.mean,
    ).toBeCloseTo(3 / 1.5, 9);
  });

  test('count a late reading as little as its age says, and nothing else for less', () => {
    const moments = momentsOf([
      [10, 0],
      [0, 3],
    ]);
    expect(moments?.weight).toBeCloseTo(1.5, 9);
    expect(moments?.mean).toBeCloseTo((3 * 0.5) / 1.5, 9);
    expect(moments?.atMs).toBe(minute(10).getTime());
  });

  test.each<[string, Told[], boolean, number]>([
    [
      'begin again with a replay',
      [
        [11, 0],
        [0.9, 3],
      ],
      true,
      1,
    ],
    [
      'not with what is brought in late',
      [
        [11, 0],
        [1, 3],
      ],
      true,
      1.5,
    ],
    [
      'nor with what arrives late',
      [
        [11, 0],
        [1, 3],
      ],
      false,
      1.5,
    ],
  ])('%s', (_, told, historical, weight) => {
    expect(momentsOf(told, historical)?.weight).toBeCloseTo(weight, 9);
  });

  test('start again rather than overflow', () => {
    expect(
      momentsOf([
        [0, -1e308],
        [1, 1e308],
      ]),
    ).toMatchObject({ weight: 1, mean: 1e308, squares: 0, readings: 1 });
  });

  test('are of the metrics seen last', () => {
    let state: DecayedBaseline | null = null;
    for (const [at, name] of ['b', 'a', 'b', 'c', 'd'].entries()) {
      state = withReadings(state, newSignal({ metrics: [reading(name, 1)] }), minute(at).getTime(), policy);
    }
    expect(state?.metrics.map(({ name }) => name)).toEqual(['c', 'd']);
  });

  test('say what is usual after enough readings, and of a weight', () => {
    const metric = { name: 'x', weight: 4, mean: 10, squares: 400, readings: 2, atMs: 0 };
    const usual = (changes: Partial<typeof metric>) =>
      usualOf({ kind: 'decayed', metrics: [{ ...metric, ...changes }] }, 'x', policy);
    expect(usual({})).toEqual({ mean: 10, sd: 10 });
    expect(usual({ readings: 1 })).toBeNull();
    expect(usual({ weight: 0 })).toBeNull();
    expect(usualOf(null, 'x', policy)).toBeNull();
    expect(usualOf({ kind: 'decayed', metrics: [] }, 'x', policy)).toBeNull();
  });
});

describe('what the last minute was like', () => {
  const policy = policyWith({ learned: 'shadow', stress: { trend: { fastSeconds: 60 } } });
  const recentOf = (told: readonly Told[], by = policy) => {
    let state: DecayedBaseline | null = null;
    for (const [at, value] of told) {
      state = withReadings(state, newSignal({ metrics: [reading('x', value)] }), minute(at).getTime(), by);
    }
    return state?.metrics[0]?.recent;
  };

  test('is one reading at first, then what half of a minute ago leaves', () => {
    expect(recentOf([[0, 4]])).toEqual({ last: 4, weight: 1, mean: 4, squares: 0 });
    expect(
      recentOf([
        [0, 0],
        [1, 3],
      ]),
    ).toEqual({ last: 3, weight: 1.5, mean: 2, squares: 3 });
    expect(
      recentOf([
        [0, 0],
        [0, 3],
      ]),
    ).toEqual({ last: 3, weight: 2, mean: 1.5, squares: 4.5 });
  });

  test('is not changed by what comes late, and starts again rather than overflow', () => {
    expect(
      recentOf([
        [5, 4],
        [4, 8],
      ]),
    ).toEqual({ last: 4, weight: 1, mean: 4, squares: 0 });
    expect(
      recentOf([
        [0, -1e308],
        [0, 1e308],
      ]),
    ).toEqual({ last: 1e308, weight: 1, mean: 1e308, squares: 0 });
    expect(
      recentOf([
        [0, 0],
        [0, 1e200],
      ]),
    ).toEqual({ last: 1e200, weight: 1, mean: 1e200, squares: 0 });
  });

  test('is not kept where nothing learns from it', () => {
    expect(recentOf([[0, 4]], policyWith({ learned: 'off' }))).toBeUndefined();
  });
});
