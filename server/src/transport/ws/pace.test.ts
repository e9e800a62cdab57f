import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

test('after a silence some may follow each other at once, then one goes in each time', () => {
  const pace = new Pace({ gatherMs: 100, burst: 3 });
  const times: number[] = [];
  let now = 1000;
  for (let turn = 0; turn < 6; turn += 1) {
    now = pace.next(now);
    times.push(now);
    pace.spend(now);
  }
  expect(times).toEqual([1000, 1000, 1000, 1100, 1200, 1300]);
});

test('a silence brings back what may go at once, and never more than that', () => {
  const pace = new Pace({ gatherMs: 100, burst: 2 });
  for (const _ of 'ab') pace.spend(0);
  expect(pace.next(150)).toBe(150);
  for (const _ of 'ab') pace.spend(10_000);
  expect(pace.next(10_000)).toBe(10_100);
});

test('nothing waits longer than its time, and in the long run no more is done than one in it', () => {
  const times = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 5 }), (gaps, burst) => {
      const pace = new Pace({ gatherMs: 100, burst });
      const done: number[] = [];
      let now = 0;
      for (const gap of gaps) {
        now = Math.max(now + gap, done.at(-1) ?? 0);
        const due = pace.next(now);
        expect(due - now).toBeLessThanOrEqual(100);
        done.push(due);
        pace.spend(due);
      }
      const spanMs = (done.at(-1) ?? 0) - (done[0] ?? 0);
      expect(done.length).toBeLessThanOrEqual(burst + spanMs / 100);
    }),
  );
});

test('without a time to gather in nothing waits', () => {
  const pace = new Pace({ gatherMs: 0, burst: 1 });
  pace.spend(5);
  expect(pace.next(5)).toBe(5);
});
