import { describe, expect, test } from 'vitest';
import type { NewSignal } from '../domain/signal.ts';
import { acknowledge } from './lifecycle.ts';
import { incidentOf, minute, newSignal, policyWith } from './testing/fixtures.ts';
import { Rehearsal } from './testing/rehearsal.ts';
import { rehearse, type Story } from './testing/rehearse.ts';

const policy = policyWith({ grouping: { by: 'service' } });
const disk: Partial<NewSignal> = { dedupKey: 'disk', title: 'Disk is full' };
const ended: Partial<NewSignal> = { ...disk, state: 'RESOLVED', reportedSeverity: null };
const cpu: Partial<NewSignal> = { dedupKey: 'cpu', title: 'Load is high' };
const asCritical = { reportedSeverity: 'CRITICAL' } as const;

const told = (story: Story, by = policy) => {
  const { rehearsal, verdicts } = rehearse(story, by);
  const last = verdicts.at(-1);
  if (last === undefined) throw new Error('The story has no signals');
  return { rehearsal, verdicts, last, incident: incidentOf(last), messages: last.events.map(({ message }) => message) };
};

describe('the timeline says', () => {
  test.each<[string, Story, string[]]>([
    [
      'that another alert joined, and why',
      [
        [0, disk],
        [1, cpu],
      ],
      ['Joined by Load is high (probe): the same service checkout'],
    ],
    [
      'that one which was resolved fires again',
      [
        [0, disk],
        [1, cpu],
        [2, ended],
        [3, disk],
      ],
      ['Fires again: Disk is full (probe): the same service checkout'],
    ],
    [
      'that the incident came back, and by whom',
      [
        [0, disk],
        [2, ended],
        [3, { ...disk, source: 'backup' }],
      ],
      ['Reopened by backup: reported HIGH', 'Fires again: Disk is full (backup): the same service checkout'],
    ],
    [
      'nothing of a signal that changes nothing',
      [
        [0, disk],
        [1, disk],
      ],
      [],
    ],
    [
      'from which severity it was raised',
      [
        [0, disk],
        [1, { ...disk, ...asCritical }],
      ],
      ['Raised from HIGH to CRITICAL: reported CRITICAL'],
    ],
    [
      'to which severity it fell once it was lower for long enough',
      [
        [0, { ...disk, ...asCritical }],
        [1, { ...disk, reportedSeverity: 'LOW' }],
        [30, { ...disk, reportedSeverity: 'LOW' }],
      ],
      ['Lowered from CRITICAL to HIGH: '],
    ],
  ])('%s', (_, story, expected) => {
    const { messages } = told(story);
    expect(messages).toHaveLength(expected.length);
    for (const [place, message] of expected.entries()) expect(messages[place]?.slice(0, message.length)).toBe(message);
  });
});

describe('a signal that joins', () => {
  test('counts, and is the incident’s last one unless it came late', () => {
    const { incident } = told([
      [0, disk],
      [5, cpu],
      [6, disk],
    ]);
    expect(incident).toMatchObject({
      signalCount: 3,
      firingAlertCount: 2,
      lastSignalAt: minute(6),
      updatedAt: minute(6),
    });
  });

  test.each<[string, Story, number]>([
    [
      'a new alert is none',
      [
        [0, disk],
        [1, cpu],
      ],
      0,
    ],
    [
      'one more signal is none',
      [
        [0, disk],
        [1, disk],
      ],
      0,
    ],
    [
      'an alert’s end is one',
      [
        [0, disk],
        [1, cpu],
        [1, ended],
      ],
      1,
    ],
    [
      'its coming back is another',
      [
        [0, disk],
        [1, cpu],
        [1, ended],
        [1, disk],
      ],
      2,
    ],
  ])('is remembered as a change of state, for the risk: %s', (_, story, changes) => {
    expect(told(story).incident.memory.stateChanges).toBeCloseTo(changes, 6);
  });

  test.each<[string, Partial<NewSignal>, Partial<NewSignal>, boolean, number]>([
    ['nobody named an alert', { title: 'a' }, { title: 'b' }, false, 240],
    ['the first one was named', disk, { title: 'b' }, true, 1_440],
    ['a later one was named', { title: 'a' }, disk, true, 240],
  ])('makes an incident one of named alerts: %s', (_, first, later, keyed, reviewMinutes) => {
    const { incident } = told([
      [0, first],
      [1, later],
    ]);
    expect(incident.memory.keyed).toBe(keyed);
    expect(incident.reviewAt).toEqual(minute(reviewMinutes));
  });

  test('has an incident looked at that nothing looked at, when it is under the other rule from now on', () => {
    const never = policyWith({ grouping: { by: 'service', quietMinutes: null, keyedQuietMinutes: 60 } });
    const { verdicts } = told(
      [
        [0, { title: 'a' }],
        [1, { title: 'b' }],
        [2, disk],
      ],
      never,
    );
    expect(verdicts.map(({ incident }) => incident?.reviewAt)).toEqual([null, null, minute(62)]);
  });
});

describe('the moment from which an incident is critical', () => {
  test.each<[string, Story, number | null]>([
    [
      'is none at HIGH',
      [
        [0, disk],
        [1, disk],
      ],
      null,
    ],
    [
      'is when it was opened so',
      [
        [0, { ...disk, ...asCritical }],
        [1, { ...disk, ...asCritical }],
      ],
      0,
    ],
    [
      'is when it was raised to it',
      [
        [0, disk],
        [2, { ...disk, ...asCritical }],
        [3, disk],
      ],
      2,
    ],
    [
      'begins again when it comes back',
      [
        [0, { ...disk, ...asCritical }],
        [2, ended],
        [3, { ...disk, ...asCritical }],
      ],
      3,
    ],
  ])('%s', (_, story, at) => {
    expect(told(story).incident.criticalAt).toEqual(at === null ? null : minute(at));
  });
});

describe('when what somebody has in hand gets worse', () => {
  const inHand = (unacknowledgeOnRaise: boolean, first: Partial<NewSignal>) => {
    const by = policyWith({ grouping: { by: 'service' }, lifecycle: { unacknowledgeOnRaise } });
    const rehearsal = new Rehearsal(by);
    const opened = incidentOf(rehearsal.signal(newSignal(first), minute(0)));
    const taken = acknowledge(opened, { now: minute(1), actor: 'Ada', note: null }, by);
    if (!taken.ok) throw new Error(taken.error.message);
    rehearsal.take({ changed: [{ incident: taken.incident, kind: 'ACKNOWLEDGED' }], events: [] });
    return rehearsal;
  };

  test('it is open again where the policy says so, and everybody is told', () => {
    const verdict = inHand(true, disk).signal(newSignal({ ...disk, ...asCritical }), minute(2));
    expect(verdict.changed).toMatchObject([
      { kind: 'UNACKNOWLEDGED', incident: { status: 'OPEN', acknowledgedAt: null } },
    ]);
    expect(verdict.events.map(({ kind, message }) => [kind, message.replace(/:.*/, '')])).toEqual([
      ['SEVERITY_RAISED', 'Raised from HIGH to CRITICAL'],
      ['UNACKNOWLEDGED', 'Open again'],
    ]);
    expect(verdict.events[1]?.message).toMatch(/^Open again: Raised from HIGH to CRITICAL: ./);
    expect(verdict.intents).toMatchObject([{ target: 'log', severity: 'CRITICAL' }]);
  });

  test('it stays in hand where the policy says nothing', () => {
    const verdict = inHand(false, disk).signal(newSignal({ ...disk, ...asCritical }), minute(2));
    expect(verdict.changed).toMatchObject([{ kind: 'SEVERITY_CHANGED', incident: { status: 'ACKNOWLEDGED' } }]);
    expect(verdict.events.map(({ kind }) => kind)).toEqual(['SEVERITY_RAISED']);
  });

  test('it stays in hand when it gets better', () => {
    const rehearsal = inHand(true, { ...disk, ...asCritical });
    rehearsal.signal(newSignal({ ...disk, reportedSeverity: 'LOW' }), minute(2));
    const verdict = rehearsal.signal(newSignal({ ...disk, reportedSeverity: 'LOW' }), minute(40));
    expect(verdict.incident).toMatchObject({ severity: 'HIGH', status: 'ACKNOWLEDGED' });
    expect(verdict.intents).toEqual([]);
  });
});

describe('a flapping alert', () => {
  /** Disk comes and goes every minute while something else fires. */
  const flaps = (reportedSeverity: 'MEDIUM' | 'CRITICAL'): [number, Partial<NewSignal>][] =>
    Array.from({ length: 16 }, (_, at) => [at, at % 2 === 0 ? { ...disk, reportedSeverity } : ended]);
  const by = policyWith({ grouping: { by: 'service' }, flapping: { checkMinutes: 1 } });
  const base: Story = [[0, { ...cpu, reportedSeverity: 'MEDIUM' }], ...flaps('MEDIUM')];

  test('tells nobody that it is worse', () => {
    const { last } = told([...base, [16, { ...disk, reportedSeverity: 'HIGH' }]], by);
    expect(last.alert?.flapping).toBe(true);
    expect(last.incident?.severity).toBe('HIGH');
    expect(last.intents).toEqual([]);
  });

  test('but that it is CRITICAL for the first time', () => {
    const { last } = told([...base, [16, { ...disk, ...asCritical }]], by);
    expect(last.intents).toMatchObject([{ severity: 'CRITICAL' }]);
  });

  test('and not for the second time', () => {
    const before: Story = [
      [0, { ...cpu, ...asCritical }],
      [1, { ...cpu, reportedSeverity: 'LOW' }],
    ];
    const quiet = flaps('MEDIUM').map(([at, changes]) => [at + 40, changes] as const);
    const { last, verdicts } = told(
      [...before, [40, { ...cpu, reportedSeverity: 'LOW' }], ...quiet, [56, { ...disk, ...asCritical }]],
      by,
    );
    expect(verdicts.at(-2)?.incident?.severity).not.toBe('CRITICAL');
    expect(last).toMatchObject({ alert: { flapping: true }, incident: { severity: 'CRITICAL' }, intents: [] });
  });

  test('leaves no more marks on the timeline, but the one that says that it flaps', () => {
    const { rehearsal } = told(base, by);
    const marks = rehearsal.events.filter(({ message }) => message.includes('Disk is full'));
    expect(marks.at(-1)?.message).toContain('; it flaps');
    expect(marks.length).toBeLessThan(10);
  });
});

test('what a person decided about the severity stays, and the timeline says what the rules would have done', () => {
  const rehearsal = new Rehearsal(policy);
  const opened = incidentOf(rehearsal.signal(newSignal(disk), minute(0)));
  const overridden = { ...opened, severity: 'LOW', overriddenSeverity: 'LOW', overriddenBy: 'Ada' } as const;
  rehearsal.take({ changed: [{ incident: overridden, kind: 'SEVERITY_CHANGED' }], events: [] });
  const verdict = rehearsal.signal(newSignal({ ...disk, ...asCritical }), minute(1));
  expect(verdict.incident).toMatchObject({ severity: 'LOW', decision: { severity: 'CRITICAL' } });
  expect(verdict.changed).toMatchObject([{ kind: 'UPDATED' }]);
  expect(verdict.events[0]?.message).toMatch(/^Raised from HIGH to CRITICAL \(stays LOW: overridden by Ada\): ./);
  expect(verdict.intents).toEqual([]);
});
