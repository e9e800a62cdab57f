import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SignalState } from '../domain/signal.ts';
import { afterState, changePercent, type FlapState } from './flapping.ts';
import { presets } from './policy.ts';
import { minute, policyWith } from './testing/fixtures.ts';

const policy = presets['load-v2'];

/** The state after the letters: F fires, R is resolved, so many minutes apart. */
function flapAfter(letters: string, everyMinutes: number, rules = policy): FlapState {
  const states = Array.from(letters, (letter): SignalState => (letter === 'F' ? 'FIRING' : 'RESOLVED'));
  const [first, ...rest] = states;
  if (first === undefined) throw new Error('No states');
  let flap = afterState(null, first, minute(0), rules);
  rest.forEach((state, index) => {
    flap = afterState(flap, state, minute((index + 1) * everyMinutes), rules);
  });
  return flap;
}

describe('the share of changes is Nagios’', () => {
  test.each([
    ['nothing changes', 0, 0],
    ['it fires for ever', 2 ** 21 - 1, 0],
    ['every state is another', 0b101010101010101010101, 100],
    ['only the newest is another', 1, 6.25],
    ['only the oldest is another', 1 << 20, 3.75],
    // The weight of a change at position p is 0.75 + 0.5 (p − 1) / 19: these add up to 6.855, of 20.
    ['seven changes', historyOf([3, 4, 5, 9, 12, 16, 19]), 34.28],
  ])('%s: %d', (_, history, percent) => {
    expect(changePercent(history)).toBeCloseTo(percent, 1);
  });

  /** Positions of changes from 1, oldest first. */
  function historyOf(changes: readonly number[]): number {
    let state = 0;
    let history = 0;
    for (let position = 1; position <= 20; position += 1) {
      if (changes.includes(position)) state ^= 1;
      history = (history << 1) | state;
    }
    return history;
  }
});

describe('an alert', () => {
  test.each([
    ['F', 1, false],
    ['FFFFFFFFFFFF', 1, false],
    ['FRFRF', 1, false],
    ['FRFRFR', 1, true],
    ['FRFRFRF', 1, true],
    // Checks without a change in between dilute them.
    ['FRFRFR', 30, false],
  ])('that goes %s every %d min flaps: %s', (letters, everyMinutes, flapping) => {
    expect(flapAfter(letters, everyMinutes).flapping).toBe(flapping);
  });

  test('stops flapping once it has been steady for long enough, and not before', () => {
    const flapping = flapAfter('FRFRFRF', 1);
    expect(afterState(flapping, 'FIRING', minute(10), policy).flapping).toBe(true);
    expect(afterState(flapping, 'FIRING', minute(120), policy).flapping).toBe(false);
  });

  test('that repeats itself within a check counts once', () => {
    const once = flapAfter('FR', 1);
    const often = afterState(afterState(once, 'RESOLVED', minute(1.5), policy), 'RESOLVED', minute(2), policy);
    expect(often).toEqual(once);
  });

  test('never flaps where the policy has no rule for it', () => {
    expect(flapAfter('FRFRFRFRFRFR', 1, policyWith({ flapping: null })).flapping).toBe(false);
  });
});

test('between the thresholds it stays what it was; the share is from 0 to 100', () => {
  const rule = policy.flapping;
  if (rule === null) throw new Error('No rule');
  const letters = fc.array(
    fc.tuple(fc.constantFrom<SignalState>('FIRING', 'RESOLVED'), fc.integer({ min: 0, max: 40 })),
    {
      minLength: 1,
      maxLength: 60,
    },
  );
  fc.assert(
    fc.property(letters, (signals) => {
      let flap: FlapState | null = null;
      let at = 0;
      for (const [state, minutes] of signals) {
        at += minutes;
        const next: FlapState = afterState(flap, state, minute(at), policy);
        const percent = changePercent(next.stateHistory);
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100);
        if (flap !== null && percent >= rule.lowPercent && percent < rule.highPercent) {
          expect(next.flapping).toBe(flap.flapping);
        }
        expect(next.stateHistory & 1).toBe(state === 'FIRING' ? 1 : 0);
        flap = next;
      }
    }),
  );
});
