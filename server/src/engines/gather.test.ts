import { describe, expect, it } from 'vitest';
import { presets } from './policy.ts';
import { minute, newSignal, policyWith } from './testing/fixtures.ts';
import { Rehearsal } from './testing/rehearsal.ts';
import { rehearse, type Story } from './testing/rehearse.ts';

const three = policyWith({ grouping: { by: 'service', minimumAlerts: 3 } });
const two = policyWith({ grouping: { by: 'service', minimumAlerts: 2 } });
const a = { title: 'a' };
const b = { title: 'b' };
const c = { title: 'c' };
const resolved = { state: 'RESOLVED' } as const;
const late = (minutes: number) => ({ occurredAt: minute(minutes) });

describe('an incident that needs several alerts', () => {
  it.each<[string, Story, string[]]>([
    [
      'opens with the last of them',
      [
        [0, a],
        [1, b],
        [2, c],
      ],
      ['LOGGED', 'LOGGED', 'OPENED'],
    ],
    [
      'counts each alert once',
      [
        [0, a],
        [1, a],
        [2, a],
        [3, b],
      ],
      ['LOGGED', 'LOGGED', 'LOGGED', 'LOGGED'],
    ],
    [
      'counts those within the window, its ends included',
      [
        [0, a],
        [1, b],
        [10, c],
      ],
      ['LOGGED', 'LOGGED', 'OPENED'],
    ],
    [
      'does not count those that fired before the window',
      [
        [0, a],
        [1, b],
        [10.1, c],
      ],
      ['LOGGED', 'LOGGED', 'LOGGED'],
    ],
    [
      'counts an alert by its last signal',
      [
        [0, a],
        [9, a],
        [10, b],
        [19, c],
      ],
      ['LOGGED', 'LOGGED', 'LOGGED', 'OPENED'],
    ],
    [
      'does not count one that ended',
      [
        [0, a],
        [1, b],
        [2, { ...a, ...resolved }],
        [3, c],
      ],
      ['LOGGED', 'LOGGED', 'LOGGED', 'LOGGED'],
    ],
    [
      'counts one that ended and fires again',
      [
        [0, a],
        [1, { ...a, ...resolved }],
        [2, b],
        [3, c],
        [4, a],
      ],
      ['LOGGED', 'LOGGED', 'LOGGED', 'LOGGED', 'OPENED'],
    ],
    [
      'keeps one whose end is older than its firing',
      [
        [10, a],
        [11, b],
        [12, { ...a, ...resolved, ...late(5) }],
        [13, c],
      ],
      ['LOGGED', 'LOGGED', 'LOGGED', 'OPENED'],
    ],
    [
      'does not count the groups together',
      [
        [0, a],
        [1, b],
        [2, { ...c, service: 'search' }],
      ],
      ['LOGGED', 'LOGGED', 'LOGGED'],
    ],
    [
      'opens at once for a CRITICAL, with those that waited',
      [
        [0, a],
        [1, { ...b, reportedSeverity: 'CRITICAL' }],
      ],
      ['LOGGED', 'OPENED'],
    ],
    [
      'takes every alert once it is open',
      [
        [0, a],
        [1, b],
        [2, c],
        [3, { title: 'd' }],
        [4, a],
      ],
      ['LOGGED', 'LOGGED', 'OPENED', 'JOINED', 'JOINED'],
    ],
    [
      'reopens for one alone',
      [
        [0, { ...a, reportedSeverity: 'CRITICAL' }],
        [1, { ...a, ...resolved }],
        [2, b],
      ],
      ['OPENED', 'RESOLVED', 'REOPENED'],
    ],
    [
      'does not wait for one that is known to have ended',
      [
        [0, { ...a, ...resolved, ...late(0) }],
        [1, { ...a, ...late(-1) }],
        [2, b],
        [3, c],
      ],
      ['LOGGED', 'LOGGED', 'LOGGED', 'LOGGED'],
    ],
  ])('%s', (_, story, outcomes) => {
    expect(rehearse(story, three).outcomes).toEqual(outcomes);
  });

  it.each([
    ['the policy asks for one', policyWith({ grouping: { by: 'service' } })],
    ['every signal is an incident of its own', policyWith({ grouping: { by: 'signal', minimumAlerts: 3 } })],
    ['the profile is seed-v1', policyWith({ grouping: { by: 'service', minimumAlerts: 3 } }, 'seed-v1')],
    [
      'a severity like this waits for nobody',
      policyWith({ grouping: { by: 'service', minimumAlerts: 3, minimumAlertsBelow: 'HIGH' } }),
    ],
  ])('opens at once where %s', (_, policy) => {
    expect(rehearse([[0, a]], policy).outcomes).toEqual(['OPENED']);
  });

  it('waits even when CRITICAL where the policy names no severity', () => {
    const never = policyWith({ grouping: { by: 'service', minimumAlerts: 2, minimumAlertsBelow: null } });
    const critical = { reportedSeverity: 'CRITICAL' } as const;
    expect(
      rehearse(
        [
          [0, { ...a, ...critical }],
          [1, { ...b, ...critical }],
        ],
        never,
      ).outcomes,
    ).toEqual(['LOGGED', 'OPENED']);
  });

  it('says what a signal waits for', () => {
    const { verdicts } = rehearse(
      [
        [0, a],
        [1, b],
      ],
      three,
    );
    expect(verdicts.map(({ decision }) => decision.reason)).toEqual([
      expect.stringMatching(/; waits for 2 more alerts of its group$/),
      expect.stringMatching(/; waits for 1 more alert of its group$/),
    ]);
  });

  it('has all of them with their counts and times, is as severe as the gravest, and is told once', () => {
    const { verdicts, rehearsal } = rehearse(
      [
        [0, { ...a, reportedSeverity: 'MEDIUM', dedupKey: 'a' }],
        [1, { ...b, reportedSeverity: 'HIGH' }],
        [2, { ...a, reportedSeverity: 'LOW', dedupKey: 'a' }],
        [3, { ...c, reportedSeverity: 'LOW' }],
      ],
      three,
    );
    const opened = verdicts.at(-1);
    expect(opened?.incident).toMatchObject({
      title: 'a',
      severity: 'HIGH',
      signalCount: 4,
      firingAlertCount: 3,
      openedAt: minute(3),
      memory: { keyed: true, heldBy: expect.stringContaining('"b"') },
    });
    const id = opened?.incident?.id;
    const alerts = [...(opened?.brought ?? []), opened?.alert];
    expect(alerts).toMatchObject([
      { incidentId: id, title: 'b', state: 'FIRING', signalCount: 1, firstSeenAt: minute(1), lastSeenAt: minute(1) },
      { incidentId: id, title: 'a', state: 'FIRING', signalCount: 2, firstSeenAt: minute(0), lastSeenAt: minute(2) },
      { incidentId: id, title: 'c', state: 'FIRING', signalCount: 1, firstSeenAt: minute(3), lastSeenAt: minute(3) },
    ]);
    expect(opened?.intents).toMatchObject([{ kind: 'notify', severity: 'HIGH', target: 'log' }]);
    expect(rehearsal.events).toMatchObject([
      {
        kind: 'OPENED',
        message: expect.stringMatching(/^Opened as HIGH/),
        note: '3 alerts of its group fired, the policy asks for 3 within 10 min: b (probe), a (probe), c (probe).',
      },
    ]);
  });

  it('goes on with its own alert when that grows severe', () => {
    const { verdicts } = rehearse(
      [
        [0, a],
        [1, { ...a, reportedSeverity: 'CRITICAL' }],
      ],
      three,
    );
    expect(verdicts[1]).toMatchObject({
      outcome: 'OPENED',
      incident: { severity: 'CRITICAL', signalCount: 2, firingAlertCount: 1 },
      alert: { id: verdicts[0]?.waits?.id, signalCount: 2, firstSeenAt: minute(0) },
      brought: [],
      waits: null,
    });
  });

  it('ends with the alerts that it brought', () => {
    const { outcomes } = rehearse(
      [
        [0, a],
        [1, b],
        [2, { ...a, ...resolved }],
        [3, { ...b, ...resolved }],
      ],
      two,
    );
    expect(outcomes).toEqual(['LOGGED', 'OPENED', 'JOINED', 'RESOLVED']);
  });
});

describe('alerts that wait in groups that are learned', () => {
  const learned = policyWith({ grouping: { minimumAlerts: 2 } });

  it('are learned from as from any other', () => {
    const told = (policy: typeof learned) => {
      const rehearsal = new Rehearsal(policy);
      const services = ['web', 'cart', 'mail'];
      // Web and cart fail together, again and again; mail on days of its own.
      for (let day = 0; day < 12; day += 1) {
        for (const [place, service] of services.entries()) {
          const at = day * 1_440 + (service === 'mail' ? 720 : place * 0.1);
          rehearsal.signal(newSignal({ service, title: `${service} is slow` }), minute(at));
        }
      }
      const [web, cart] = ['web', 'cart'].map((service) =>
        rehearsal.signal(newSignal({ service, title: `${service} is slow` }), minute(20_000)),
      );
      return { web, cart };
    };
    const alone = told(presets['load-v2']);
    const together = told(learned);
    expect(alone.cart?.incident?.id).toBe(alone.web?.incident?.id);
    expect(together.web).toMatchObject({ outcome: 'LOGGED', waits: { service: 'web' } });
    expect(together.cart).toMatchObject({
      outcome: 'OPENED',
      brought: [{ service: 'web' }],
      incident: { firingAlertCount: 2 },
    });
  });

  it('are found by the later ones of their service', () => {
    const { outcomes } = rehearse(
      [
        [0, a],
        [1, b],
        [2, c],
      ],
      learned,
    );
    expect(outcomes).toEqual(['LOGGED', 'OPENED', 'JOINED']);
  });
});
