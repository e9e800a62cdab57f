import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Sketch } from './sketch.ts';

const durationsMs = fc.array(fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 10_000_000 }), fc.nat({ max: 1e12 })), {
  maxLength: 200,
});

function sketchOf(durations: readonly number[], times = 1): Sketch {
  const sketch = new Sketch();
  for (const ms of durations) sketch.add(ms, times);
  return sketch;
}

function bytesOf(sketch: Sketch): number[] {
  return [...sketch.encoded()];
}

describe('a sketch', () => {
  test('of nothing is no bytes', () => {
    const sketch = new Sketch();
    expect([sketch.isEmpty, sketch.count, sketch.sumMs, bytesOf(sketch)]).toEqual([true, 0, 0, []]);
  });

  test('keeps each bucket as bucket, count and excess', () => {
    // 300 and 301 ms lie in one bucket, which begins at 300.
    expect(bytesOf(sketchOf([301, 5, 300, 5]))).toEqual([5, 4, 0, 0x96, 0x02, 4, 2]);
    expect(bytesOf(sketchOf([301], -1))).toEqual([0x96, 0x02, 1, 1]);
  });

  test('gives the durations at ranks as the mean of their bucket', () => {
    expect(sketchOf([301, 5, 300, 5]).at([0, 1, 2, 3])).toEqual([5, 5, 300.5, 300.5]);
    expect(sketchOf([301, 5, 300, 5]).at([3])).toEqual([300.5]);
  });

  test('counts up to a duration', () => {
    const sketch = sketchOf([100, 200, 200, 90_000]);
    expect([99, 100, 199.6, 200, 89_000, 90_000, -1].map((ms) => sketch.countUpTo(ms))).toEqual([0, 1, 3, 3, 3, 4, 0]);
  });

  test('takes a duration that ended before it began for 0, and parts of a ms to the nearest', () => {
    expect(bytesOf(sketchOf([-5, 0.4]))).toEqual([0, 4, 0]);
  });

  test('adds and takes away exactly, in whatever order', () => {
    fc.assert(
      fc.property(durationsMs, durationsMs, (kept, removed) => {
        const sketch = new Sketch();
        sketch.addSketch(sketchOf(removed), -1);
        for (const ms of kept) sketch.add(ms);
        expect(sketch.count).toBe(kept.length - removed.length);
        sketch.addSketch(sketchOf(removed));
        expect(bytesOf(sketch)).toEqual(bytesOf(sketchOf(kept)));
        sketch.addSketch(sketchOf(kept), -1);
        expect(sketch.isEmpty).toBe(true);
      }),
    );
  });

  test('is the sum of what was written one behind the other', () => {
    fc.assert(
      fc.property(fc.array(durationsMs, { maxLength: 5 }), durationsMs, (parts, removed) => {
        const written = [...parts.map((part) => sketchOf(part)), sketchOf(removed, -1)].flatMap(bytesOf);
        const read = new Sketch();
        read.addEncoded(Uint8Array.from(written));
        read.addSketch(sketchOf(removed));
        expect(bytesOf(read)).toEqual(bytesOf(sketchOf(parts.flat())));
      }),
    );
  });

  test('keeps the sum and the count of all', () => {
    fc.assert(
      fc.property(durationsMs, (durations) => {
        const sketch = sketchOf(durations);
        expect([sketch.count, sketch.sumMs]).toEqual([durations.length, durations.reduce((sum, ms) => sum + ms, 0)]);
      }),
    );
  });

  test('is as small as its buckets however much was added', () => {
    const sketch = new Sketch();
    for (let round = 0; round < 50_000; round += 1) sketch.add(round % 100);
    expect(bytesOf(sketch)).toHaveLength(400);
    expect(sketch.count).toBe(50_000);
  });

  test.each([[[5, 4]], [[5]], [[0x80]], [[5, 4, 0, 0x96]]])('refuses bytes that end within an entry: %j', (bytes) => {
    expect(() => new Sketch().addEncoded(Uint8Array.from(bytes))).toThrow('end within an entry');
  });
});
