import { describe, expect, test } from 'vitest';
import { minute, newSignal, policyWith, reading } from './testing/fixtures.ts';
import { rowsBefore, statisticsOf, type WindowBaseline, withReading } from './windowBaseline.ts';

type Told = readonly [at: number, value: number];

describe('the window of readings', () => {
  const policy = policyWith({ baseline: { windowMinutes: 10, maximumReadings: 4 } }, 'seed-v1');
  const windowOf = (told: readonly Told[], historical = false) => {
    let state: WindowBaseline | null = null;
    for (const [at, value] of told) {
      const metrics = [reading('cpu_percent', value)];
      state = withReading(state, newSignal({ metrics, historical }), minute(at).getTime(), policy);
    }
    return state ?? { kind: 'window' as const, rows: [] };
  };
  const values = (rows: WindowBaseline['rows']) => rows.map((row) => row[1]);

  test.each<[string, Told[], boolean, number[]]>([
    [
      'in the order of time',
      [
        [0, 1],
        [2, 3],
        [1, 2],
      ],
      false,
      [1, 2, 3],
    ],
    [
      'equal times as they came',
      [
        [1, 1],
        [1, 2],
        [1, 3],
      ],
      false,
      [1, 2, 3],
    ],
    [
      'one that is as old as the window',
      [
        [10, 2],
        [0, 1],
      ],
      false,
      [1, 2],
    ],
    [
      'none that is older',
      [
        [10.1, 2],
        [0, 1],
      ],
      false,
      [2],
    ],
    [
      'but a replay that has begun again',
      [
        [10.1, 2],
        [0, 1],
      ],
      true,
      [1],
    ],
    [
      'what the newest leaves in the window',
      [
        [0, 1],
        [1, 2],
        [11, 3],
      ],
      false,
      [2, 3],
    ],
    [
      'nothing from before a long silence',
      [
        [0, 1],
        [1, 2],
        [60, 3],
      ],
      false,
      [3],
    ],
    [
      'the last four',
      [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 4],
        [4, 5],
      ],
      false,
      [2, 3, 4, 5],
    ],
  ])('holds %s', (_, told, historical, expected) => {
    expect(values(windowOf(told, historical).rows)).toEqual(expected);
  });

  test.each([
    [4, [1, 2, 3, 4]],
    [2.5, [1, 2, 3]],
    [0, [1]],
    [-1, []],
    [10, [1, 2, 3, 4]],
    [11, [2, 3, 4]],
    [12.5, [4]],
  ])('seen from minute %d has %j', (at, expected) => {
    const state = windowOf([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
    ]);
    expect(values(rowsBefore(state, minute(at).getTime(), policy))).toEqual(expected);
  });

  test('of nothing is empty', () => {
    expect(rowsBefore({ kind: 'window', rows: [] }, minute(0).getTime(), policy)).toEqual([]);
  });

  test('takes what was not given for no reading, and minus nought for nought', () => {
    const state = withReading(null, newSignal({ metrics: [reading('cpu_percent', -0)] }), 5, policy);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    expect(state.rows).toEqual([[5, 0, null, null]]);
    expect(
      statisticsOf(
        [
          [1, null],
          [2, 4],
          [3, 8],
        ],
        1,
      ),
    ).toEqual({ readings: 2, mean: 6, sd: Math.sqrt(8) });
    expect(statisticsOf([[1, null]], 1)).toEqual({ readings: 0, mean: 0, sd: 0 });
    expect(statisticsOf([[1, 7]], 1)).toEqual({ readings: 1, mean: 7, sd: 0 });
  });
});
