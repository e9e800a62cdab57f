import { expect, test } from 'vitest';
import { inTurns, takeTurns } from './turns.ts';

/** A computation whose every step takes so many milliseconds of a clock that only it moves. */
function laborious(steps: number, stepMs: number) {
  const clock = { ms: 0 };
  function* work() {
    for (let done = 0; done < steps; done += 1) {
      clock.ms += stepMs;
      yield;
    }
    return clock.ms;
  }
  return { clock, work };
}

test('a long computation lets others have their turn before they have waited for 50 ms', async () => {
  const { clock, work } = laborious(100, 4);
  const turnsAtMs: number[] = [0];
  const turns = takeTurns(
    () => clock.ms,
    async () => {
      turnsAtMs.push(clock.ms);
    },
  );
  expect(await inTurns(work(), turns, new AbortController().signal)).toBe(400);
  turnsAtMs.push(clock.ms);
  const waits = turnsAtMs.slice(1).map((at, place) => at - (turnsAtMs[place] ?? 0));
  expect(Math.max(...waits)).toBeLessThan(50);
  expect(turnsAtMs.length).toBeGreaterThan(30);
});

test('a short one takes no turn of its own', async () => {
  const { clock, work } = laborious(2, 4);
  const turns = takeTurns(
    () => clock.ms,
    () => Promise.reject(new Error('nobody waits')),
  );
  expect(await inTurns(work(), turns, new AbortController().signal)).toBe(8);
});

test('one that is stopped ends between two steps', async () => {
  const { clock, work } = laborious(100, 4);
  const stop = new AbortController();
  const turns = takeTurns(
    () => clock.ms,
    async () => stop.abort(new Error('the server stops')),
  );
  await expect(inTurns(work(), turns, stop.signal)).rejects.toThrow('the server stops');
  expect(clock.ms).toBeLessThan(50);
});
