import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Alert } from '../../domain/alert.ts';
import type { SignalId } from '../../domain/ids.ts';
import { withSignal } from '../alertState.ts';
import { presets } from '../policy.ts';
import { countingIds } from '../testing/countingIds.ts';
import { minute, noon, openedIncident, storedSignal } from '../testing/fixtures.ts';
import { alertNoiseOf, type NoisySignal } from './alertNoise.ts';

const day = new Date('2026-03-01T00:00:00.000Z');
const signal = storedSignal({ dedupKey: 'slow' });
const context = { now: noon, policy: presets['load-v2'], newId: countingIds() };
const first = withSignal(null, signal, openedIncident(), 'FIRING', context);
const sent = (signalCount: number): Alert => ({ ...first, signalCount });

function decided(signalCount: number, changes: Partial<NoisySignal['verdict']> = {}, now = noon): NoisySignal {
  const outcome = signalCount === 1 ? 'OPENED' : 'JOINED';
  return { arrived: { signal, now }, verdict: { outcome, alert: sent(signalCount), brought: [], ...changes } };
}

const told = (some: readonly NoisySignal[]) =>
  alertNoiseOf(some).map(({ dedupKey, signals, occurrences }) => [dedupKey, signals, occurrences]);

describe('the noise of alerts', () => {
  test('names the alert, and the day by UTC', () => {
    const { service, title, source } = first;
    expect(alertNoiseOf([decided(1, {}, minute(719))])).toEqual([
      { day, dedupKey: 'slow', historical: false, service, title, source, signals: 1, occurrences: 1 },
    ]);
    expect(alertNoiseOf([decided(1, {}, minute(720))])[0]?.day).toEqual(minute(720));
  });

  test.each<[string, NoisySignal, unknown]>([
    ['a new alert that opens an incident', decided(1), [['slow', 1, 1]]],
    ['a new alert that joins one', decided(1, { outcome: 'JOINED' }), [['slow', 1, 1]]],
    ['an ordinary signal', decided(2), []],
    ['the fifteenth', decided(15), []],
    ['the sixteenth', decided(16), [['slow', 15, 0]]],
    ['the seventeenth', decided(17), []],
    ['the thirty-second', decided(32), [['slow', 16, 0]]],
    ['one that opens an incident after it had waited', decided(40, { outcome: 'OPENED' }), [['slow', 32, 1]]],
    ['one without an alert', decided(1, { alert: null }), []],
    [
      'one that brings others which had waited',
      decided(1, { brought: [{ ...sent(20), dedupKey: 'full' }] }),
      [
        ['slow', 1, 1],
        ['full', 16, 1],
      ],
    ],
    [
      'one whose key is its own id',
      { ...decided(1), arrived: { signal: { ...signal, id: 'slow' as SignalId }, now: noon } },
      [],
    ],
  ])('of %s', (_, one, expected) => {
    expect(told([one])).toEqual(expected);
  });

  test('of a batch has each key of each day once, historical ones apart', () => {
    const historical = { ...decided(1), arrived: { signal: { ...signal, historical: true }, now: noon } };
    const batch = [decided(1), decided(16), decided(1, {}, minute(800)), historical, decided(32)];
    expect(told(batch)).toEqual([
      ['slow', 32, 1],
      ['slow', 1, 1],
      ['slow', 1, 1],
    ]);
  });

  test('is less than what was sent by fewer than sixteen, however it is cut into batches', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 50 }), (count, atOnce) => {
        let signals = 0;
        for (let from = 1; from <= count; from += atOnce) {
          const size = Math.min(atOnce, count - from + 1);
          const batch = Array.from({ length: size }, (_, place) => decided(from + place));
          signals += alertNoiseOf(batch).reduce((sum, one) => sum + one.signals, 0);
        }
        expect(signals).toBeGreaterThan(count - 16);
        expect(signals).toBeLessThanOrEqual(count);
      }),
    );
  });
});
