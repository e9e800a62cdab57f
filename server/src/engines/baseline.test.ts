import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BaselineState, baselineKeys, updatedBaselines } from './baseline.ts';
import { usualOf } from './decayedBaseline.ts';
import { type Policy, presets } from './policy.ts';
import { minute, newSignal, noon, policyWith, reading } from './testing/fixtures.ts';
import { rowsBefore, statisticsOf } from './windowBaseline.ts';

const seed = presets['seed-v1'];
const load = presets['load-v2'];

/** Feeds CPU readings, each `[minutes after noon, value]`, and returns the one baseline that they make. */
function fed(policy: Policy, readings: readonly (readonly [number, number])[], historical = false): BaselineState {
  let states = new Map<string, BaselineState>();
  for (const [at, value] of readings) {
    const signal = newSignal({ metrics: [reading('cpu_percent', value)], historical });
    states = updatedBaselines(states, signal, minute(at), policy);
  }
  const [state] = states.values();
  if (state === undefined) throw new Error('no baseline');
  return state;
}

const steady = Array.from({ length: 40 }, (_, index) => [index, 10] as const);

describe('baseline keys', () => {
  const metrics = [reading('cpu_percent', 1), reading('rss_MB', 1)];
  test.each([
    ['one for the whole system under seed-v1', seed, newSignal({ metrics }), ['seed-v1 live global']],
    [
      'one per service under load-v2, whatever the number of metrics',
      load,
      newSignal({ metrics }),
      ['load-v2 live service checkout'],
    ],
    ['apart for history', load, newSignal({ metrics, historical: true }), ['load-v2 historical service checkout']],
    ['none without readings', load, newSignal(), []],
  ])('%s', (_, policy, signal, keys) => {
    expect(baselineKeys(signal, policy)).toEqual(keys);
  });
});

describe('the window of seed-v1', () => {
  const statistics = (state: BaselineState, at: number) =>
    statisticsOf(state.kind === 'window' ? rowsBefore(state, minute(at).getTime(), seed) : [], 1);

  test('holds the trailing ten minutes, the reading itself included', () => {
    const state = fed(seed, [
      [0, 1],
      [5, 2],
      [10, 4],
      [10.1, 6],
    ]);
    expect(statistics(state, 10.1)).toEqual({ readings: 3, mean: 4, sd: 2 });
  });

  test('has the standard deviation of a sample, and 0 for a single reading', () => {
    expect(
      statistics(
        fed(seed, [
          [0, 1],
          [1, 3],
        ]),
        1,
      ).sd,
    ).toBe(Math.SQRT2);
    expect(statistics(fed(seed, [[0, 1]]), 0).sd).toBe(0);
  });

  test('takes a late reading in its place, unseen by those before it', () => {
    const state = fed(seed, [
      [0, 1],
      [4, 9],
      [2, 5],
    ]);
    expect(statistics(state, 2)).toMatchObject({ readings: 2, mean: 3 });
    expect(statistics(state, 4)).toMatchObject({ readings: 3, mean: 5 });
  });

  test('ignores a live reading that is older than it reaches back, and begins again for a historical one', () => {
    expect(
      fed(seed, [
        [60, 1],
        [0, 9],
      ]),
    ).toEqual(fed(seed, [[60, 1]]));
    expect(
      fed(
        seed,
        [
          [60, 1],
          [0, 9],
        ],
        true,
      ),
    ).toEqual(fed(seed, [[0, 9]], true));
  });

  test('keeps no more readings than the policy says', () => {
    const small = policyWith({ baseline: { maximumReadings: 3 } }, 'seed-v1');
    const state = fed(small, [
      [0, 1],
      [0.1, 2],
      [0.2, 3],
      [0.3, 4],
    ]);
    expect(state.kind === 'window' && state.rows.map((row) => row[1])).toEqual([2, 3, 4]);
  });
});

describe('the decayed baseline of load-v2', () => {
  const usual = (state: BaselineState, policy = load) =>
    usualOf(state.kind === 'decayed' ? state : null, 'cpu_percent', policy);

  test('says nothing before it has seen enough', () => {
    expect(usual(fed(load, steady.slice(0, 9)))).toBeNull();
    expect(usual(fed(load, steady.slice(0, 10)))).not.toBeNull();
  });

  test('has a standard deviation never under its floors', () => {
    expect(usual(fed(load, steady))).toEqual({ mean: 10, sd: 2 });
    const hundredfold = steady.map(([at]) => [at, 1_000] as const);
    expect(usual(fed(load, hundredfold))).toEqual({ mean: 1_000, sd: 50 });
  });

  test('forgets by half in the half-life', () => {
    const exact = policyWith({ baseline: { halfLifeReadings: 1, minimumReadings: 2 } });
    const mean = usual(
      fed(exact, [
        [0, 0],
        [10, 30],
      ]),
      exact,
    )?.mean;
    expect(mean).toBeCloseTo(20, 12);
  });

  test('is not forgotten by a sparse series', () => {
    const hourly = Array.from({ length: 40 }, (_, hour) => [hour * 60, hour % 2 === 0 ? 5 : 15] as const);
    expect(usual(fed(load, hourly))?.mean).toBeCloseTo(10, 0);
  });

  test('counts a late reading little, and begins again when a replay does', () => {
    const late = usual(fed(load, [...steady, [-60, 1_000]]));
    expect(late?.mean).toBeCloseTo(10, -1);
    const again = fed(load, [...steady, [-60, 1_000]], true);
    expect(again).toEqual(fed(load, [[-60, 1_000]], true));
  });

  test('remembers a bounded number of metrics, the last seen', () => {
    const small = policyWith({ baseline: { maximumMetrics: 2 } });
    let states = new Map<string, BaselineState>();
    for (const [at, name] of ['a', 'b', 'a', '__proto__'].entries()) {
      states = updatedBaselines(states, newSignal({ metrics: [reading(name, 1)] }), minute(at), small);
    }
    const [state] = states.values();
    expect(state?.kind === 'decayed' && state.metrics.map(({ name }) => name)).toEqual(['a', '__proto__']);
  });
});

test.each([seed, load])('a baseline survives JSON bit for bit, whatever was read ($name)', (policy) => {
  const values = fc.array(
    fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -30, max: 30 })),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(values, (readings) => {
      const state = fed(
        policy,
        readings.map(([value, at]) => [at, value] as const),
      );
      expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
    }),
    { numRuns: 200 },
  );
});

test('updating leaves the state that it was given alone', () => {
  const before = new Map([
    ...updatedBaselines(new Map(), newSignal({ metrics: [reading('cpu_percent', 1)] }), noon, load),
  ]);
  const copy = structuredClone(before);
  updatedBaselines(before, newSignal({ metrics: [reading('cpu_percent', 9)] }), minute(1), load);
  expect(before).toEqual(copy);
});
