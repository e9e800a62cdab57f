import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationStats, percentile, sketchStats } from './durationStats.ts';
import { Sketch } from './sketch.ts';

const nothing = { meanSeconds: null, p50Seconds: null, p90Seconds: null, p95Seconds: null, maxSeconds: null, n: 0 };

function sketchOf(durationsMs: Iterable<number>): Sketch {
  const sketch = new Sketch();
  for (const ms of durationsMs) sketch.add(ms);
  return sketch;
}

describe('statistics of durations', () => {
  test('of none are null, never 0', () => {
    expect(durationStats([], 4)).toEqual({ ...nothing, excluded: 4 });
    expect(sketchStats(new Sketch(), 4)).toEqual({ ...nothing, excluded: 4 });
  });

  // select percentile_cont(array[.5, .9, .95]) within group (order by s) from unnest(array[10, 20, 30, 40]) s;
  test('interpolate as percentile_cont does, in whatever order they come', () => {
    const expected = {
      meanSeconds: 25,
      p50Seconds: 25,
      p90Seconds: 37,
      p95Seconds: 38.5,
      maxSeconds: 40,
      n: 4,
      excluded: 1,
    };
    expect(durationStats([40, 10, 30, 20], 1)).toEqual(expected);
    expect(sketchStats(sketchOf([40_000, 10_000, 30_000, 20_000]), 1)).toEqual(expected);
  });

  test('of one are that one', () => {
    const one = { meanSeconds: 7, p50Seconds: 7, p90Seconds: 7, p95Seconds: 7, maxSeconds: 7, n: 1, excluded: 0 };
    expect(durationStats([7], 0)).toEqual(one);
    expect(sketchStats(sketchOf([7_000]), 0)).toEqual(one);
  });

  test('leave what they are given as it was', () => {
    const seconds = [3, 1, 2];
    durationStats(seconds, 0);
    expect(seconds).toEqual([3, 1, 2]);
  });

  test('rise with the share and stay between the smallest and the largest', () => {
    const seconds = fc.array(fc.double({ min: 0, max: 1e7, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(seconds, (values) => {
        const sorted = [...values].sort((a, b) => a - b);
        const risen = [0, 0.5, 0.9, 0.95, 1].map((share) => percentile(sorted, share));
        expect(risen).toEqual([...risen].sort((a, b) => a - b));
        expect([risen[0], risen.at(-1)]).toEqual([sorted[0], sorted.at(-1)]);
      }),
    );
  });
});

describe('statistics of a sketch against exact ones', () => {
  const fields = ['p50Seconds', 'p90Seconds', 'p95Seconds', 'maxSeconds'] as const;

  function largestError(durationsMs: readonly number[]): number {
    const exact = durationStats(
      durationsMs.map((ms) => ms / 1_000),
      0,
    );
    const found = sketchStats(sketchOf(durationsMs), 0);
    expect(found.n).toBe(exact.n);
    const mean = exact.meanSeconds ?? Number.NaN;
    expect(Math.abs((found.meanSeconds ?? Number.NaN) - mean)).toBeLessThanOrEqual(1e-12 * durationsMs.length * mean);
    const errors = fields.map((field) => {
      const [is, should] = [found[field] ?? Number.NaN, exact[field] ?? Number.NaN];
      return should === 0 ? is : Math.abs(is - should) / should;
    });
    return Math.max(...errors);
  }

  /** The same numbers in every run: a linear congruence, of which the upper bits are taken. */
  function numbersBetween0And1(count: number): number[] {
    let state = 12_345n;
    return Array.from({ length: count }, () => {
      state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & 0xffff_ffff_ffff_ffffn;
      return (Number(state >> 12n) + 0.5) / 2 ** 52;
    });
  }

  const million = numbersBetween0And1(1_000_000);

  test.each<[string, (share: number) => number]>([
    ['spread evenly over a day', (share) => share * 86_400_000],
    ['skewed: half within minutes, some of months', (share) => 60_000 * (1 / share) ** 1.2],
    ['skewed as logarithms of a wide range', (share) => Math.exp(Math.log(1e10) * share)],
    [
      'tied: mostly one of five values',
      (share) => [300_000, 300_001, 60_000, 45_000, 3_600_000][Math.floor(share * 5)] ?? 0,
    ],
    ['tied: all the same', () => 123_456_789],
    ['of two kinds far apart', (share) => (share < 0.92 ? 90_000 : 1e9) * (1 + share / 50)],
    ['shorter than a bucket', (share) => share * 127],
  ])(
    'are within 1 %% for a million that are %s',
    (_, durationOf) => {
      expect(largestError(million.map((share) => Math.round(durationOf(share))))).toBeLessThanOrEqual(0.01);
    },
    60_000,
  );

  test('are within 1 % for samples of any size, tiny ones among them', () => {
    const durations = fc.array(fc.oneof(fc.nat({ max: 500 }), fc.nat({ max: 1e8 }), fc.nat({ max: 1e12 })), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(durations, (durationsMs) => {
        expect(largestError(durationsMs)).toBeLessThanOrEqual(1 / 128);
      }),
    );
  });

  test.each([[[90_061]], [[59_999, 60_500]], [[1_000_000, 1_000_000, 7]], [[86_400_000, 3_600_000, 60_000, 1_000]]])(
    'are exact where no bucket holds two that differ: %j',
    (durationsMs) => {
      expect(largestError(durationsMs)).toBeLessThan(1e-15);
    },
  );
});
