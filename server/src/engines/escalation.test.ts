import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intentsFor, notificationsFor, recommendedAction } from './action.ts';
import { escalateAtAge, escalateDue, nextEscalationAt, systemicEscalation, systemStatusOf } from './escalation.ts';
import { acknowledge, reopen, resolve } from './lifecycle.ts';
import { presets } from './policy.ts';
import { riskOf } from './risk.ts';
import { countingIds } from './testing/countingIds.ts';
import { incidentOf, minute, newSignal, noon, openedIncident, policyWith, reading } from './testing/fixtures.ts';
import { Rehearsal } from './testing/rehearsal.ts';

const load = presets['load-v2'];
const steps = [
  { afterMinutes: 5, targets: ['log'], repeat: { everyMinutes: 10, times: 2 } },
  { afterMinutes: 15, targets: ['log', 'log'], repeat: null },
];
const policy = policyWith({ escalation: { steps } });
const opened = openedIncident({}, policy);
const due = (incident = opened, at = 0) => escalateDue(incident, policy, 3, minute(at), countingIds());
const leftBy = (incident = opened, at = 0) => due(incident, at).changed[0]?.incident ?? incident;

describe('the steps of an open incident', () => {
  test('fire in the order of their time, repeats among them', () => {
    let incident = opened;
    const fired: unknown[] = [];
    for (let at = 0; at <= 60; at += 1) {
      const { escalations } = due(incident, at);
      incident = leftBy(incident, at);
      fired.push(
        ...escalations.map(({ step, repeat, at: when }) => [step, repeat, (when.getTime() - noon.getTime()) / 60_000]),
      );
    }
    expect(fired).toEqual([
      [1, 0, 5],
      [1, 1, 15],
      [2, 0, 15],
      [1, 2, 25],
    ]);
    expect(incident).toMatchObject({ nextEscalationAt: null, escalationsFired: 4 });
  });

  test('fire together, each once, when nobody looked for a long time', () => {
    const { escalations, events, intents, changed } = due(opened, 100);
    expect(escalations.map(({ step, repeat }) => [step, repeat])).toEqual([
      [1, 0],
      [1, 1],
      [2, 0],
      [1, 2],
    ]);
    expect(
      escalations.every(
        ({ at, policyVersion, episode }) =>
          at.getTime() === minute(100).getTime() && policyVersion === 3 && episode === 0,
      ),
    ).toBe(true);
    expect(changed).toMatchObject([{ kind: 'ESCALATED', incident: { escalationsFired: 4, nextEscalationAt: null } }]);
    expect(events).toHaveLength(4);
    expect(intents).toHaveLength(4);
  });

  test('say why and whom they told', () => {
    expect(due(opened, 5)).toMatchObject({
      escalations: [{ factor: 'time', reason: 'Not acknowledged after 5 min', targets: ['log'] }],
      events: [
        {
          kind: 'ESCALATED',
          ruleId: 'escalation.time',
          message: 'Escalation step 1: Not acknowledged after 5 min; told log',
        },
      ],
      intents: [{ kind: 'notify', target: 'log', severity: 'HIGH' }],
    });
  });

  test.each([
    ['before their time', opened, 4],
    [
      'once it is acknowledged',
      changedBy(acknowledge(opened, { now: minute(1), actor: 'Ada', note: null }, policy)),
      60,
    ],
    ['once it is resolved', changedBy(resolve(opened, { now: minute(1), actor: 'Ada', note: null })), 60],
    ['for a severity that does not escalate', openedIncident({ reportedSeverity: 'MEDIUM' }, policy), 60],
  ])('do not fire %s', (_, incident, at) => {
    expect(due(incident, at).escalations).toEqual([]);
  });

  test('do not fire, and are not asked for again, when it is in hand though a due time was left', () => {
    const inHand = { ...opened, status: 'ACKNOWLEDGED' as const };
    expect(due(inHand, 60)).toMatchObject({
      escalations: [],
      changed: [{ kind: 'UPDATED', incident: { nextEscalationAt: null } }],
    });
  });

  test('begin again when it is reopened, as a new episode', () => {
    const closed = changedBy(resolve(leftBy(opened, 15), { now: minute(20), actor: 'Ada', note: null }));
    const again = changedBy(reopen(closed, { now: minute(30), actor: 'Ada', note: null }, policy));
    expect(again.nextEscalationAt).toEqual(minute(35));
    expect(due(again, 35).escalations).toMatchObject([{ step: 1, repeat: 0, episode: 1 }]);
  });

  test('never fire twice, however often and irregularly they are asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 20 }), (waits) => {
        let incident = opened;
        let at = 0;
        const fired: string[] = [];
        for (const wait of waits) {
          at += wait;
          const { escalations } = due(incident, at);
          fired.push(...escalations.map(({ step, repeat }) => `${step}.${repeat}`));
          incident = leftBy(incident, at);
          expect(incident.nextEscalationAt === null || incident.nextEscalationAt > minute(at)).toBe(true);
        }
        expect(new Set(fired).size).toBe(fired.length);
      }),
    );
  });

  function changedBy(result: ReturnType<typeof resolve>) {
    if (!result.ok) throw new Error(result.error.message);
    return result.incident;
  }
});

test('the wait for a step that is left goes on from what had fired', () => {
  const fired = { status: 'OPEN', severity: 'HIGH', escalationsFired: 1, snoozedUntil: null } as const;
  expect(nextEscalationAt(fired, policy, minute(100))).toEqual(minute(110));
});

describe('historical incidents', () => {
  test('escalate on their own time as their signals tell it, and tell nobody', () => {
    const rehearsal = new Rehearsal(policy);
    const at = (minutes: number) =>
      rehearsal.signal(newSignal({ historical: true, occurredAt: minute(minutes) }), minute(99_999));
    expect(at(0).intents).toEqual([]);
    const { escalations, intents, changed } = at(8);
    expect(escalations).toMatchObject([{ step: 1, at: minute(5) }]);
    expect(intents).toEqual([]);
    expect(changed).toMatchObject([{ kind: 'ESCALATED', incident: { signalCount: 2, escalationsFired: 1 } }]);
  });
});

describe('risk', () => {
  const q = (name: string, incident = opened, at = 0) =>
    riskOf(incident, load, minute(at)).factors.find((factor) => factor.name === name)?.q;

  test('is 1 − Π(1 − q) and names its factors, largest first', () => {
    const incident = { ...opened, reopenCount: 3, memory: { ...opened.memory, loadFast: 0.5 } };
    const { risk, factors } = riskOf(incident, load, minute(15));
    expect(factors).toEqual([
      { name: 'trend', q: 0.4 },
      { name: 'reopen', q: 0.3 },
      { name: 'time', q: 0.25 },
      { name: 'flap', q: 0 },
    ]);
    expect(risk).toBeCloseTo(1 - 0.6 * 0.7 * 0.75, 12);
  });

  test('forgets flapping by half in its half-life', () => {
    const flapping = { ...opened, memory: { ...opened.memory, stateChanges: 6 } };
    expect(q('flap', flapping)).toBeCloseTo(0.3, 12);
    expect(q('flap', flapping, 30)).toBeCloseTo(0.15, 12);
  });

  test('does not count the time of what somebody has in hand', () => {
    expect(q('time', { ...opened, status: 'ACKNOWLEDGED' }, 30)).toBe(0);
    expect(riskOf({ ...opened, status: 'RESOLVED' }, load, minute(30)).risk).toBe(0);
  });

  test('fires the next step before its time when it crosses the threshold, once, and names the factor', () => {
    const risky = policyWith({ risk: { escalateAt: 0.2 }, escalation: { steps } });
    const rehearsal = new Rehearsal(risky);
    const send = (seconds: number, cpu: number) =>
      rehearsal.signal(
        newSignal({ reportedSeverity: 'HIGH', metrics: [reading('cpu_percent', cpu, 50, 90)] }),
        minute(seconds / 60),
      );
    send(0, 10);
    const { escalations, changed } = send(60, 100);
    expect(escalations).toMatchObject([{ step: 1, factor: 'trend' }]);
    expect(changed).toMatchObject([
      { kind: 'ESCALATED', incident: { escalationsFired: 1, nextEscalationAt: minute(11) } },
    ]);
    expect(send(70, 100).escalations).toEqual([]);
  });

  test('fires the next step when age alone carries it over the threshold, once, and names time', () => {
    const risky = policyWith({ risk: { escalateAt: 0.2 }, escalation: { steps: [{ ...steps[0], afterMinutes: 60 }] } });
    const incident = openedIncident({}, risky);
    const aged = (of: typeof incident, at: number) => escalateAtAge(of, risky, 1, minute(at), countingIds());
    expect(aged(incident, 11).escalations).toEqual([]);
    const crossed = aged(incident, 13);
    expect(crossed).toMatchObject({
      changed: [{ kind: 'ESCALATED', incident: { escalationsFired: 1 } }],
      escalations: [{ step: 1, factor: 'time', reason: 'Risk 0.22 reached 0.2 (by time; most of it time)' }],
      events: [{ ruleId: 'escalation.risk' }],
    });
    expect(aged(crossed.changed[0]?.incident ?? incident, 20).escalations).toEqual([]);
    expect(aged({ ...incident, snoozedUntil: minute(99), nextEscalationAt: null }, 12).escalations).toEqual([]);
  });
});

describe('the systemic rule', () => {
  const incident = openedIncident({ reportedSeverity: 'CRITICAL' });
  const fires = (...earlier: number[]) =>
    systemicEscalation({
      policy: load,
      policyVersion: 1,
      earlierCriticalAts: earlier.map(minute),
      incident,
      at: minute(10),
      newId: countingIds(),
    });

  test.each([
    [[], 0],
    [[9], 0],
    [[9, 6], 1],
    [[5, 10], 1],
    [[4.99, 9], 0],
    [[6, 7, 8], 0],
    [[6, 7, 11], 1],
  ])('given CRITICAL at %j, one more at 10 fires %d', (earlier, count) => {
    expect(fires(...earlier).escalations).toHaveLength(count);
  });

  test('says so as step 0', () => {
    expect(fires(8, 9)).toMatchObject({
      changed: [{ kind: 'ESCALATED' }],
      escalations: [{ step: 0, repeat: 0, factor: 'systemic', reason: '3 CRITICAL within 5 min', at: minute(10) }],
      events: [{ ruleId: 'escalation.systemic', message: 'Systemic escalation: 3 CRITICAL within 5 min; told log' }],
      intents: [{ target: 'log' }],
    });
  });

  test.each([
    [[8, 9], { active: false, recentCritical: 2, message: 'Stable' }],
    [[6, 7, 8, 9], { active: true, recentCritical: 4, message: 'Escalation active: 4 CRITICAL in 5 min' }],
    [[1, 2, 3, 4], { active: false, recentCritical: 0, message: 'Stable' }],
  ])('the state at 10 given CRITICAL at %j', (times, state) => {
    expect(systemStatusOf(times.map(minute), load, minute(10))).toEqual(state);
  });
});

describe('actions', () => {
  test.each([
    ['LOW', 'Log incident only'],
    ['MEDIUM', 'Log and monitor closely'],
    ['HIGH', 'Notify operations team'],
    ['CRITICAL', 'Immediate alert and escalate'],
  ] as const)('for %s: %s', (severity, action) => {
    expect(recommendedAction(severity, load)).toBe(action);
  });

  test('a target is told once, and nobody of history', () => {
    expect(intentsFor(opened, ['log', 'log'], 'why')).toEqual([
      { kind: 'notify', incidentId: opened.id, target: 'log', severity: 'HIGH', reason: 'why' },
    ]);
    expect(intentsFor({ ...opened, historical: true }, ['log'], 'why')).toEqual([]);
  });

  test('notifications are for the severities of the policy', () => {
    expect(notificationsFor(opened, load, 'why')).toHaveLength(1);
    expect(notificationsFor({ ...opened, severity: 'MEDIUM' }, load, 'why')).toEqual([]);
  });
});

test('what opens as an incident is told of', () => {
  expect(incidentOf(new Rehearsal(load).signal(newSignal(), noon)).severity).toBe('HIGH');
  expect(new Rehearsal(load).signal(newSignal(), noon).intents).toMatchObject([
    { target: 'log', reason: 'reported HIGH' },
  ]);
});
