import { describe, expect, test } from 'vitest';
import type { NewSignal } from '../domain/signal.ts';
import { acknowledge, resolve } from './lifecycle.ts';
import { presets } from './policy.ts';
import { incidentOf, minute, newSignal, policyWith, reading } from './testing/fixtures.ts';
import { lastOf, rehearse } from './testing/rehearse.ts';

const calm = { metrics: [reading('cpu_percent', 10, 80, 95)] };
const ended: Partial<NewSignal> = { state: 'RESOLVED', reportedSeverity: null };
const load = presets['load-v2'];

describe('a firing signal', () => {
  test('opens an incident that says all about itself', () => {
    const { incident, alert, changed, events } = lastOf([[0, { labels: [{ name: 'host', value: 'a' }] }]]);
    expect(incident).toMatchObject({
      title: 'Checkout is slow',
      severity: 'HIGH',
      status: 'OPEN',
      signalCount: 1,
      firingAlertCount: 1,
      openedAt: minute(0),
      nextEscalationAt: minute(5),
      reviewAt: minute(240),
      criticalAt: null,
      policyVersion: 1,
      labels: [{ name: 'host', value: 'a' }],
    });
    expect(alert).toMatchObject({ incidentId: incident?.id, state: 'FIRING', signalCount: 1, firstSeenAt: minute(0) });
    expect(changed).toEqual([{ incident, kind: 'OPENED' }]);
    expect(events).toMatchObject([{ kind: 'OPENED', ruleId: 'correlation.open', actor: 'vigil' }]);
  });

  test('of an alert that fires joins it, and leaves no mark on the timeline', () => {
    const { incident, alert, changed, events } = lastOf([
      [0, {}],
      [1, {}],
    ]);
    expect(changed).toMatchObject([{ kind: 'UPDATED' }]);
    expect(incident).toMatchObject({ signalCount: 2, firingAlertCount: 1, lastSignalAt: minute(1) });
    expect(alert).toMatchObject({ signalCount: 2, firstSeenAt: minute(0), lastSeenAt: minute(1) });
    expect(events).toEqual([]);
  });

  test('of another alert of the group joins, and the timeline says so', () => {
    const { outcomes, events, verdicts } = rehearse([
      [0, {}],
      [1, { title: 'Carts are lost' }],
      [2, { service: 'search' }],
    ]);
    expect(outcomes).toEqual(['OPENED', 'JOINED', 'OPENED']);
    expect(events).toEqual(['OPENED', 'ALERT_JOINED', 'OPENED']);
    expect(verdicts[1]?.incident).toMatchObject({ firingAlertCount: 2, title: 'Checkout is slow' });
  });

  test('joins the incident in which its alert fires, though the policy groups otherwise by now', () => {
    const byName = { dedupKey: 'disk', reportedSeverity: 'HIGH' } as const;
    expect(
      rehearse([
        [0, byName],
        [1, { ...byName, service: 'search' }],
      ]).outcomes,
    ).toEqual(['OPENED', 'JOINED']);
  });

  test('that reports nothing and reads calm is kept as a line in the log', () => {
    const verdict = lastOf([[0, calm]]);
    expect(verdict).toMatchObject({
      outcome: 'LOGGED',
      incident: null,
      alert: null,
      changed: [],
      events: [],
      intents: [],
    });
    expect(verdict.decision).toMatchObject({ severity: 'LOW', reason: 'no reading is unusual' });
    expect([...verdict.baselines.keys()]).toEqual(['load-v2 live service checkout']);
  });
});

describe('a resolving signal', () => {
  test('of the last firing alert resolves the incident by a rule', () => {
    const { incident, alert, outcome, changed, events } = lastOf([
      [0, {}],
      [3, ended],
    ]);
    expect(outcome).toBe('RESOLVED');
    expect(alert?.state).toBe('RESOLVED');
    expect(incident).toMatchObject({
      status: 'RESOLVED',
      resolvedAt: minute(3),
      resolvedBy: 'vigil',
      resolvedByRule: true,
      firingAlertCount: 0,
    });
    expect(changed).toMatchObject([{ kind: 'RESOLVED' }]);
    expect(events.map(({ kind, ruleId }) => [kind, ruleId])).toEqual([
      ['ALERT_RESOLVED', 'correlation.alert_resolved'],
      ['RESOLVED', 'correlation.last_alert_resolved'],
    ]);
  });

  test('of one of two leaves the incident open', () => {
    const { incident, outcome } = lastOf([
      [0, {}],
      [1, { title: 'Carts are lost' }],
      [3, ended],
    ]);
    expect(outcome).toBe('JOINED');
    expect(incident).toMatchObject({ status: 'OPEN', firingAlertCount: 1, signalCount: 3 });
  });

  test.each([
    ['that never fired', [[0, ended]]],
    [
      'that was resolved already',
      [
        [0, {}],
        [1, { title: 'y' }],
        [2, ended],
        [3, ended],
      ],
    ],
    [
      'that fired again by a later signal',
      [
        [10, {}],
        [11, { ...ended, occurredAt: minute(8) }],
      ],
    ],
  ] as const)('of an alert %s is kept in the log', (_, signals) => {
    expect(lastOf(signals).outcome).toBe('LOGGED');
  });

  test('of a clock that is a little behind counts', () => {
    expect(
      lastOf([
        [10, {}],
        [10.1, { ...ended, occurredAt: minute(9.5) }],
      ]).outcome,
    ).toBe('RESOLVED');
  });

  test('waits to stay so where the policy says', () => {
    const policy = policyWith({ grouping: { stayResolvedMinutes: 5 } });
    const waiting = lastOf(
      [
        [0, {}],
        [3, ended],
      ],
      policy,
    );
    expect(waiting).toMatchObject({ outcome: 'JOINED', incident: { status: 'OPEN', reviewAt: minute(8) } });
    expect(
      lastOf(
        [
          [0, {}],
          [3, ended],
          [5, {}],
        ],
        policy,
      ),
    ).toMatchObject({ outcome: 'JOINED', incident: { firingAlertCount: 1, reopenCount: 0 } });
    expect(
      lastOf(
        [
          [0, {}],
          [3, ended],
          [9, {}],
        ],
        policy,
      ).changed,
    ).toMatchObject([{ kind: 'RESOLVED', incident: { resolvedAt: minute(8) } }, { kind: 'OPENED' }]);
  });
});

describe('after a resolve', () => {
  test('a signal within the reopen window reopens the incident, to open', () => {
    const { incident, outcome, events, intents, changed } = lastOf([
      [0, {}],
      [3, ended],
      [13, {}],
    ]);
    expect(outcome).toBe('REOPENED');
    expect(changed).toMatchObject([{ kind: 'REOPENED' }]);
    expect(incident).toMatchObject({
      status: 'OPEN',
      reopenCount: 1,
      resolvedAt: null,
      firingAlertCount: 1,
      nextEscalationAt: minute(18),
    });
    expect(events.map(({ kind, ruleId }) => [kind, ruleId])).toEqual([
      ['REOPENED', 'correlation.reopen'],
      ['ALERT_JOINED', 'correlation.join'],
    ]);
    expect(intents).toHaveLength(1);
  });

  test('a person’s resolve is reopened as well: the acknowledgement is gone, the first one stays', () => {
    const { rehearsal, verdicts } = rehearse([[0, {}]]);
    const opened = verdicts[0] && incidentOf(verdicts[0]);
    const inHand = opened && acknowledge(opened, { now: minute(1), actor: 'Ada', note: null }, load);
    const closed = inHand?.ok ? resolve(inHand.incident, { now: minute(2), actor: 'Ada', note: null }) : null;
    if (!closed?.ok) throw new Error('not resolved');
    rehearsal.take({ changed: [{ incident: closed.incident, kind: 'RESOLVED' }], events: [] });
    expect(rehearsal.signal(newSignal(), minute(5)).incident).toMatchObject({
      status: 'OPEN',
      acknowledgedAt: null,
      firstAcknowledgedAt: minute(1),
      firingAlertCount: 1,
    });
  });

  test('a later signal opens a new incident', () => {
    const { outcomes, rehearsal } = rehearse([
      [0, {}],
      [3, ended],
      [13.1, {}],
    ]);
    expect(outcomes).toEqual(['OPENED', 'RESOLVED', 'OPENED']);
    expect(rehearsal.incidents.size).toBe(2);
  });

  test('a late firing from before it does not bring the alert back', () => {
    expect(
      lastOf([
        [0, {}],
        [3, ended],
        [4, { occurredAt: minute(2) }],
      ]),
    ).toMatchObject({ outcome: 'LOGGED', changed: [] });
    const stillOpen = [
      [0, {}],
      [1, { title: 'y' }],
      [3, ended],
      [4, { occurredAt: minute(2) }],
    ] as const;
    expect(lastOf(stillOpen)).toMatchObject({ outcome: 'LOGGED', changed: [] });
  });
});
