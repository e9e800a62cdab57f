import { describe, expect, test } from 'vitest';
import type { SilenceId } from '../domain/ids.ts';
import type { NewSignal } from '../domain/signal.ts';
import type { Silence } from '../domain/suppression.ts';
import { presets } from './policy.ts';
import { noSuppression } from './suppression.ts';
import { minute, newSignal, reading } from './testing/fixtures.ts';
import { Rehearsal } from './testing/rehearsal.ts';

const silence: Silence = {
  id: 'silence-1' as SilenceId,
  matchers: [{ name: 'service', operator: 'EQUAL', value: 'checkout' }],
  startsAt: minute(10),
  endsAt: minute(60),
  author: 'Ada',
  comment: 'We know',
  createdAt: minute(0),
  expiredBy: null,
  suppressedCount: 0,
};
const disk: Partial<NewSignal> = { dedupKey: 'disk' };
const ended: Partial<NewSignal> = { ...disk, state: 'RESOLVED', reportedSeverity: null };
const silenced = { suppression: { ...noSuppression, silences: [silence] } };

/** Signals by the minutes after noon; a silence lasts from minute 10 to 60. */
function rehearse(...story: (readonly [number, Partial<NewSignal>])[]) {
  const rehearsal = new Rehearsal(presets['load-v2'], silenced);
  return story.map(([at, changes]) => rehearsal.signal(newSignal(changes), minute(at)));
}

describe('a silenced signal', () => {
  test('opens nothing, tells nobody and says what held it back', () => {
    const [verdict] = rehearse([10, disk]);
    expect(verdict).toMatchObject({
      outcome: 'SUPPRESSED',
      incident: null,
      alert: null,
      changed: [],
      events: [],
      intents: [],
    });
    expect(verdict?.decision).toMatchObject({ severity: 'HIGH', suppressedBy: [{ kind: 'SILENCE', id: 'silence-1' }] });
  });

  test('opens an incident when it still fires after the silence', () => {
    const [held, opened] = rehearse([10, disk], [60, disk]);
    expect([held?.outcome, opened?.outcome]).toEqual(['SUPPRESSED', 'OPENED']);
    expect(opened?.decision.suppressedBy).toBeUndefined();
    expect(opened?.intents).toHaveLength(1);
  });

  test('of an alert that fires in an open incident is counted there, and raises and tells nothing', () => {
    const [opened, held] = rehearse([0, disk], [10, { ...disk, reportedSeverity: 'CRITICAL' }]);
    expect(held).toMatchObject({
      outcome: 'SUPPRESSED',
      incident: {
        id: opened?.incident?.id,
        severity: 'HIGH',
        signalCount: 2,
        firingAlertCount: 1,
        lastSignalAt: minute(10),
        nextEscalationAt: minute(5),
      },
      alert: { id: opened?.alert?.id, signalCount: 2, state: 'FIRING' },
      changed: [{ kind: 'UPDATED' }],
      events: [],
      intents: [],
    });
  });

  test('of another alert stays out of its group’s open incident, which ends without it', () => {
    const [opened, held, resolved] = rehearse([9, disk], [10, { dedupKey: 'cpu' }], [11, ended]);
    expect(held).toMatchObject({ outcome: 'SUPPRESSED', incident: null, changed: [] });
    expect(resolved).toMatchObject({ outcome: 'RESOLVED', incident: { id: opened?.incident?.id, signalCount: 2 } });
  });

  test('does not reopen what was resolved a short time ago', () => {
    const outcomes = rehearse([8, disk], [9, ended], [10, disk]).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['OPENED', 'RESOLVED', 'SUPPRESSED']);
  });

  test('that resolves is never held back', () => {
    const [, resolved] = rehearse([9, disk], [20, ended]);
    expect(resolved).toMatchObject({ outcome: 'RESOLVED', incident: { status: 'RESOLVED' } });
  });

  test('that would only be a line in the log stays one', () => {
    const [calm] = rehearse([20, { metrics: [reading('cpu_percent', 10, 80, 95)] }]);
    expect(calm?.outcome).toBe('LOGGED');
    expect(calm?.decision.suppressedBy).toBeUndefined();
  });

  test('under seed-v1 is no incident either', () => {
    const verdict = new Rehearsal(presets['seed-v1'], silenced).signal(newSignal({ confidence: 0.9 }), minute(10));
    expect(verdict).toMatchObject({ outcome: 'SUPPRESSED', incident: null, alert: null });
  });
});

describe('a flapping alert', () => {
  /** Fires and is resolved every minute. */
  const flaps = (times: number): (readonly [number, Partial<NewSignal>])[] =>
    Array.from({ length: times }, (_, index) => [100 + index, index % 2 === 0 ? disk : ended] as const);

  test('reopens its incident while it may, then keeps it open and tells nobody', () => {
    const verdicts = rehearse(...flaps(10));
    expect(verdicts.map(({ outcome }) => outcome)).toEqual([
      'OPENED',
      'RESOLVED',
      'REOPENED',
      'RESOLVED',
      'REOPENED',
      'JOINED',
      'JOINED',
      'JOINED',
      'JOINED',
      'JOINED',
    ]);
    expect(verdicts.map(({ alert }) => alert?.flapping)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(verdicts.map(({ intents }) => intents.length)).toEqual([1, 0, 1, 0, 1, 0, 0, 0, 0, 0]);
    // The timeline says once that it flaps, not each time.
    expect(verdicts[5]?.events.at(-1)?.message).toContain('it flaps, and the incident stays open');
    expect(verdicts.slice(6).flatMap(({ events }) => events)).toEqual([]);
    expect(verdicts.at(-1)?.incident).toMatchObject({ status: 'OPEN', firingAlertCount: 0, reviewAt: minute(139) });
  });

  test('tells nobody that it is worse again, but that it is CRITICAL for the first time', () => {
    const story = flaps(7);
    const raise = (severity: 'CRITICAL', at: number) => [at, { ...disk, reportedSeverity: severity }] as const;
    const verdicts = rehearse(...story, raise('CRITICAL', 107));
    expect(verdicts.at(-1)).toMatchObject({ incident: { severity: 'CRITICAL' }, intents: [{ severity: 'CRITICAL' }] });
  });
});
