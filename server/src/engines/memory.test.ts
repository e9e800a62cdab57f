import { describe, expect, test } from 'vitest';
import { afterSignal, newMemory } from './memory.ts';
import { minute, policyWith } from './testing/fixtures.ts';

const policy = policyWith({
  stress: { burst: { fastSeconds: 60, slowSeconds: 600 }, trend: { fastSeconds: 60, slowSeconds: 120 } },
  risk: { flap: { halfLifeMinutes: 30 } },
});
const unkeyed = { keyed: false, heldBy: null };
const fresh = newMemory({ now: minute(0), load: 0.5 }, unkeyed, policy);
const heard = { now: minute(1), load: null, active: true, stateChanged: false };

test('the memory of a new incident has the load and the rate of its one signal', () => {
  expect(newMemory({ now: minute(0), load: 0.5 }, { keyed: true, heldBy: 'disk' }, policy)).toEqual({
    belowSinceMs: null,
    loadFast: 0.5,
    loadSlow: 0.5,
    loadAtMs: minute(0).getTime(),
    ratePerSecondFast: 1 / 60,
    ratePerSecondSlow: 1 / 600,
    activeAtMs: minute(0).getTime(),
    keyed: true,
    heldBy: 'disk',
    stateChanges: 0,
  });
  expect(newMemory({ now: minute(0), load: null }, unkeyed, policy)).toMatchObject({ loadFast: 0, loadSlow: 0 });
});

describe('after one more signal', () => {
  test('the load moves by what the time since has worn off', () => {
    const { loadFast, loadSlow } = afterSignal(fresh, { ...heard, load: 1 }, policy);
    expect(loadFast).toBeCloseTo(1 - 0.5 * Math.exp(-1), 9);
    expect(loadSlow).toBeCloseTo(1 - 0.5 * Math.exp(-0.5), 9);
    expect(afterSignal(fresh, heard, policy)).toMatchObject({ loadFast: 0.5, loadSlow: 0.5 });
  });

  test('the rate decays and has one more', () => {
    const { ratePerSecondFast, ratePerSecondSlow } = afterSignal(fresh, heard, policy);
    expect(ratePerSecondFast).toBeCloseTo(Math.exp(-1) / 60 + 1 / 60, 9);
    expect(ratePerSecondSlow).toBeCloseTo(Math.exp(-0.1) / 600 + 1 / 600, 9);
  });

  test.each([
    [true, 30, 0.5 * 4 + 1],
    [false, 30, 0.5 * 4],
    [false, 60, 0.25 * 4],
    [true, 0, 4 + 1],
  ])('changes of state are counted (%s) and after %d minutes are %d', (stateChanged, at, changes) => {
    const after = afterSignal({ ...fresh, stateChanges: 4 }, { ...heard, now: minute(at), stateChanged }, policy);
    expect(after.stateChanges).toBeCloseTo(changes, 9);
  });

  test.each([
    [true, 5, 5],
    [false, 5, 0],
    [true, -5, 0],
  ])('that is worth something (%s) at minute %d it was last active at minute %d', (active, at, activeAt) => {
    const after = afterSignal(fresh, { ...heard, now: minute(at), active }, policy);
    expect(after.activeAtMs).toBe(minute(activeAt).getTime());
    expect(after.loadAtMs).toBe(minute(Math.max(0, at)).getTime());
  });
});
