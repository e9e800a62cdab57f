import { describe, expect, it } from 'vitest';
import { factorBars } from './factorBars.ts';
import { roundToSum } from './roundToSum.ts';

describe('roundToSum', () => {
  it.each([
    ['nothing', [], 0, []],
    ['thirds', [1 / 3, 1 / 3, 1 / 3], 1, [0.34, 0.33, 0.33]],
    ['what is exact', [0.5, 0.25], 0.75, [0.5, 0.25]],
    ['many that would all be rounded down', [0.104, 0.104, 0.104, 0.104, 0.104], 0.52, [0.11, 0.11, 0.1, 0.1, 0.1]],
    ['many that would all be rounded up', [0.106, 0.106, 0.106, 0.106, 0.106], 0.53, [0.11, 0.11, 0.11, 0.1, 0.1]],
    ['a lowering part', [0.805, -0.105], 0.7, [0.81, -0.11]],
  ])('%s adds up', (_name, parts, total, rounded) => {
    expect(roundToSum(parts, total)).toEqual(rounded);
  });

  it('does not hide that parts do not add up', () => {
    expect(roundToSum([0.5, 0.2], 0.9)).toEqual([0.5, 0.2]);
  });
});

describe('factorBars', () => {
  const factor = (name: string, contribution: number) => ({
    name,
    contribution,
    value: 1,
    threshold: null,
    weight: 1,
    note: null,
  });

  it('begins each bar where the one before it ended and ends at the score', () => {
    const { bars, total } = factorBars([factor('errors', 0.5), factor('reported', 0.25)], 0.75);
    expect(total).toEqual({ start: 0, width: 0.75 });
    expect(bars.map(({ start, width }) => [start, width])).toEqual([
      [0, 0.5],
      [0.5, 0.25],
    ]);
  });

  it('goes back for a factor that lowers the score', () => {
    const { bars } = factorBars([factor('errors', 0.75), factor('criticality', -0.25)], 0.5);
    const [, lowering] = bars;
    expect(lowering).toMatchObject({ start: 0.5, width: 0.25, lowers: true });
  });

  it('stretches the scale when sums leave 0 to 1', () => {
    const { bars, total } = factorBars([factor('a', -0.5), factor('b', 2)], 1.5);
    expect(total).toEqual({ start: 0.25, width: 0.75 });
    expect(bars.map(({ start, width }) => [start, width])).toEqual([
      [0, 0.25],
      [0, 1],
    ]);
  });

  it('has no bars without factors', () => expect(factorBars([], 0).bars).toEqual([]));
});
