import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bucketOf, lowestOf } from './buckets.ts';

test.each([
  [0, 0, 0],
  [1, 1, 1],
  [127, 127, 127],
  [128, 128, 128],
  [255, 255, 255],
  [256, 256, 256],
  [257, 256, 256],
  [258, 257, 258],
  [511, 383, 510],
  [512, 384, 512],
  [515, 384, 512],
  [516, 385, 516],
  [60_000, 1258, 59_904],
  [2 ** 31 - 1, 3199, 2 ** 31 - 2 ** 23],
  [2 ** 31, 3200, 2 ** 31],
  [2 ** 53 - 1, 6015, 2 ** 53 - 2 ** 45],
])('%i ms lie in bucket %i, which begins at %i ms', (ms, bucket, lowest) => {
  expect([bucketOf(ms), lowestOf(bucket)]).toEqual([bucket, lowest]);
});

test('every duration lies between its bucket’s lowest and the next one’s, which are at most 1/128 apart', () => {
  const powers = fc.integer({ min: 0, max: 52 }).map((exponent) => 2 ** exponent);
  const edges = fc.tuple(powers, fc.integer({ min: -2, max: 2 })).map(([power, beside]) => Math.max(0, power + beside));
  fc.assert(
    fc.property(fc.oneof(fc.maxSafeNat(), fc.nat(), edges), (ms) => {
      const bucket = bucketOf(ms);
      const lowest = lowestOf(bucket);
      const next = lowestOf(bucket + 1);
      expect(bucketOf(lowest)).toBe(bucket);
      expect(lowest).toBeLessThanOrEqual(ms);
      expect(next).toBeGreaterThan(ms);
      expect(next - lowest).toBeLessThanOrEqual(Math.max(1, lowest / 128));
    }),
  );
});
