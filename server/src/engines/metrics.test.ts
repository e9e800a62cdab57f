import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationStats, noiseLedger, percentile } from './metrics.ts';

describe('statistics of durations', () => {
  test('of none are null, never 0', () => {
    expect(durationStats([], 4)).toEqual({
      meanSeconds: null,
      p50Seconds: null,
      p90Seconds: null,
      p95Seconds: null,
      maxSeconds: null,
      n: 0,
      excluded: 4,
    });
  });

  // select percentile_cont(array[.5, .9, .95]) within group (order by s) from unnest(array[10, 20, 30, 40]) s;
  test('interpolate as percentile_cont does, in whatever order they come', () => {
    expect(durationStats([40, 10, 30, 20], 1)).toEqual({
      meanSeconds: 25,
      p50Seconds: 25,
      p90Seconds: 37,
      p95Seconds: 38.5,
      maxSeconds: 40,
      n: 4,
      excluded: 1,
    });
  });

  test('of one are that one', () => {
    expect(durationStats([7], 0)).toMatchObject({ meanSeconds: 7, p50Seconds: 7, p95Seconds: 7, maxSeconds: 7, n: 1 });
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

test.each([
  [{ signals: 1_000, suppressed: 100, alerts: 50, incidents: 8, notifications: 3 }, 125, 0.992],
  [{ signals: 0, suppressed: 0, alerts: 0, incidents: 0, notifications: 0 }, null, null],
  [{ signals: 5, suppressed: 5, alerts: 0, incidents: 0, notifications: 0 }, null, 1],
])('the ledger of %o', (totals, signalsPerIncident, noiseRatio) => {
  expect(noiseLedger(totals)).toEqual({ ...totals, signalsPerIncident, noiseRatio });
});
