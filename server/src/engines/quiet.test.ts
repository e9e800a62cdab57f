import { describe, expect, test } from 'vitest';
import { acknowledge } from './lifecycle.ts';
import { presets } from './policy.ts';
import { incidentOf, minute, newSignal, reading } from './testing/fixtures.ts';
import { rehearse } from './testing/rehearse.ts';

const calm = { metrics: [reading('cpu_percent', 10, 80, 95)] };
const hot = { metrics: [reading('cpu_percent', 95, 80, 95)] };
const load = presets['load-v2'];

describe('silence', () => {
  test('longer than the window between observations makes a new incident, and the old one was quiet from then on', () => {
    const { outcomes, verdicts, rehearsal } = rehearse([
      [0, {}],
      [9, {}],
      [19.1, {}],
    ]);
    expect(outcomes).toEqual(['OPENED', 'JOINED', 'OPENED']);
    expect(verdicts[2]?.changed).toMatchObject([
      { kind: 'RESOLVED', incident: { resolvedAt: minute(19), resolvedBy: 'vigil', signalCount: 2 } },
      { kind: 'OPENED', incident: { openedAt: minute(19.1) } },
    ]);
    expect(rehearsal.incidents.size).toBe(2);
  });

  test('does not part alerts that their sender names: it will resolve them', () => {
    const named = { dedupKey: 'disk' };
    expect(
      rehearse([
        [0, named],
        [240, named],
        [250, { title: 'z' }],
      ]).outcomes,
    ).toEqual(['OPENED', 'JOINED', 'JOINED']);
    expect(
      rehearse([
        [0, { groupKey: 'g' }],
        [240, { groupKey: 'g' }],
      ]).outcomes,
    ).toEqual(['OPENED', 'JOINED']);
    expect(
      rehearse([
        [0, named],
        [1_441, named],
      ]).outcomes,
    ).toEqual(['OPENED', 'OPENED']);
  });

  test('does not take an incident away from whoever has it in hand', () => {
    const { rehearsal, verdicts } = rehearse([[0, {}]]);
    const opened = verdicts[0] && incidentOf(verdicts[0]);
    const inHand = opened && acknowledge(opened, { now: minute(1), actor: 'Ada', note: null }, load);
    if (!inHand?.ok) throw new Error('not acknowledged');
    rehearsal.take({ changed: [{ incident: inHand.incident, kind: 'ACKNOWLEDGED' }], events: [] });
    expect(rehearsal.signal(newSignal(), minute(60))).toMatchObject({
      outcome: 'JOINED',
      incident: { status: 'ACKNOWLEDGED' },
    });
  });

  test('is told by the signals’ own time when they are historical, backwards too', () => {
    const past = (at: number) => [99_999, { historical: true, occurredAt: minute(at) }] as const;
    const { outcomes, rehearsal } = rehearse([past(0), past(5), past(60), past(-60)]);
    expect(outcomes).toEqual(['OPENED', 'JOINED', 'OPENED', 'OPENED']);
    expect([...rehearsal.incidents.values()].map(({ openedAt }) => openedAt)).toEqual([
      minute(0),
      minute(60),
      minute(-60),
    ]);
  });
});

describe('calm readings of an alert that fires', () => {
  test('join, lower the severity in time, and do not keep the incident awake', () => {
    const readings = Array.from({ length: 9 }, (_, index) => [index + 1, calm] as const);
    const { outcomes, verdicts } = rehearse([[0, hot], ...readings, [10, calm]]);
    expect(outcomes).toEqual(['OPENED', ...Array(9).fill('JOINED'), 'RESOLVED']);
    expect(verdicts[9]?.incident).toMatchObject({
      severity: 'HIGH',
      signalCount: 10,
      lastSignalAt: minute(9),
      stress: 0,
    });
    expect(verdicts[10]?.events.map(({ ruleId }) => ruleId)).toEqual([
      'correlation.alert_calm',
      'correlation.last_alert_resolved',
    ]);
  });

  test('are no sign that another alert of the incident has ended', () => {
    const { verdicts } = rehearse([
      [0, {}],
      ...Array.from({ length: 30 }, (_, index) => [index + 1, { ...calm, title: 'CPU' }] as const),
    ]);
    expect(verdicts.at(-1)?.outcome).toBe('LOGGED');
    expect(verdicts.every(({ incident }) => incident?.status !== 'RESOLVED')).toBe(true);
  });
});
