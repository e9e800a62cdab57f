import { describe, expect, test } from 'vitest';
import type { Signal } from '../domain/signal.ts';
import { isLateFiring, isLateResolve, withSignal } from './alertState.ts';
import { countingIds } from './testing/countingIds.ts';
import { minute, openedIncident, policyWith, storedSignal } from './testing/fixtures.ts';

const policy = policyWith({ grouping: { by: 'service', stayResolvedMinutes: 0, clockSkewSeconds: 60 } });

describe('an alert', () => {
  const incident = openedIncident({}, policy);
  const context = { now: minute(9), policy, newId: countingIds() };
  const told = (at: number, title: string, state: Signal['state'] = 'FIRING') =>
    storedSignal({ dedupKey: 'disk', title, state, occurredAt: minute(at), url: `https://example.com/${title}` });
  const first = withSignal(null, told(1, 'first'), incident, 'FIRING', context);

  test('has what its newest signal said, by the source’s clock', () => {
    expect(first).toMatchObject({ title: 'first', signalCount: 1, firstSeenAt: minute(1), lastSeenAt: minute(1) });
    const second = withSignal(first, told(3, 'second'), incident, 'FIRING', context);
    expect(second).toMatchObject({ title: 'second', url: 'https://example.com/second', signalCount: 2 });
    const late = withSignal(second, told(0, 'late'), incident, 'FIRING', context);
    expect(late).toMatchObject({ title: 'second', signalCount: 3, firstSeenAt: minute(0), lastSeenAt: minute(3) });
    expect(withSignal(second, told(3, 'again'), incident, 'FIRING', context)).toMatchObject({ title: 'again' });
  });

  test('that was resolved fires no more by what is from before, but by what is of the same moment', () => {
    const over = withSignal(first, told(5, 'x', 'RESOLVED'), incident, 'RESOLVED', context);
    expect([4.9, 5, 5.1].map((at) => isLateFiring(over, told(at, 'x')))).toEqual([true, false, false]);
    expect(isLateFiring(first, told(0, 'x'))).toBe(false);
    expect(isLateFiring(null, told(0, 'x'))).toBe(false);
  });

  test.each([
    [false, -1.1, true],
    [false, -1, false],
    [true, -0.1, true],
    [true, 0, false],
  ])('is resolved though the clock is behind; historical %s by %d min: too late is %s', (historical, at, late) => {
    const end = { ...told(1 + at, 'x', 'RESOLVED'), historical };
    expect(isLateResolve(first, end, policy)).toBe(late);
  });
});
