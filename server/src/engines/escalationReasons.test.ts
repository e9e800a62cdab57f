import { describe, expect, test } from 'vitest';
import type { Incident } from '../domain/incident.ts';
import { escalateAtAge, escalateAtRisk, escalateDue, systemStatusOf } from './escalation.ts';
import { riskOf } from './risk.ts';
import { countingIds } from './testing/countingIds.ts';
import { minute, noon, openedIncident, policyWith } from './testing/fixtures.ts';

const nothing = { changed: [], events: [], escalations: [], intents: [] };

describe('steps that are due', () => {
  const steps = [
    { afterMinutes: 5, targets: ['log', 'log'], repeat: { everyMinutes: 5, times: 1 } },
    { afterMinutes: 5, targets: ['log'], repeat: null },
  ];
  const policy = policyWith({ escalation: { steps } });
  const opened = openedIncident({}, policy);
  const due = (incident: Incident, at: Date) => escalateDue(incident, policy, 1, at, countingIds());

  test('change nothing before their time, and fire on it', () => {
    expect(due(opened, new Date(minute(5).getTime() - 1))).toEqual(nothing);
    expect(due({ ...opened, nextEscalationAt: null }, minute(60))).toEqual(nothing);
    expect(due(opened, minute(5)).escalations).toHaveLength(2);
  });

  test('at the same time fire by their order; each event says whom it told, and how many had fired after it', () => {
    expect(due(opened, minute(30)).events).toMatchObject([
      { message: 'Escalation step 1: Not acknowledged after 5 min; told log, log', patch: { escalationsFired: 1 } },
      { message: 'Escalation step 2: Not acknowledged after 5 min; told log', patch: { escalationsFired: 2 } },
      {
        message: 'Escalation step 1: Not acknowledged after 10 min, repeat 1; told log, log',
        patch: { escalationsFired: 3 },
      },
    ]);
  });

  test('that a newer policy no longer has are not waited for', () => {
    const after = due({ ...opened, escalationsFired: 3 }, minute(5));
    expect(after).toMatchObject({ escalations: [], changed: [{ incident: { nextEscalationAt: null } }] });
  });
});

describe('a risk that crosses the threshold', () => {
  const risky = (escalateAt: number | null) =>
    policyWith({ risk: { escalateAt, time: { weight: 0.5, fullMinutes: 30 }, reopen: { weight: 0.3, fullTimes: 3 } } });
  const reopened = { ...openedIncident({}, risky(0.25)), reopenCount: 3 };
  const escalate = (incident: Incident, before: number, escalateAt: number | null = 0.25, at = 1) =>
    escalateAtRisk(incident, before, risky(escalateAt), 1, minute(at), countingIds());

  test('fires the next step and names what weighs most', () => {
    expect(escalate(reopened, 0).escalations).toMatchObject([
      { step: 1, factor: 'reopen', reason: 'Risk 0.31 reached 0.25 (most of it reopen)' },
    ]);
    expect(escalateAtAge(reopened, risky(0.25), 1, minute(1), countingIds()).escalations).toMatchObject([
      { factor: 'time', reason: 'Risk 0.31 reached 0.25 (by time; most of it reopen)' },
    ]);
  });

  test('fires as it reaches it, not once it was there', () => {
    const { risk } = riskOf(reopened, risky(null), minute(0));
    expect(escalate(reopened, 0, risk, 0).escalations).toHaveLength(1);
    expect(escalate(reopened, 0.25)).toEqual(nothing);
    expect(escalate(reopened, 0, 0.4)).toEqual(nothing);
  });

  test.each([
    ['the policy goes by time alone', reopened, null],
    ['no step waits', { ...reopened, nextEscalationAt: null }, 0.25],
    ['every step has fired', { ...reopened, escalationsFired: 99 }, 0.25],
    ['somebody has it in hand', { ...reopened, status: 'ACKNOWLEDGED' as const }, 0.25],
  ])('fires nothing when %s', (_, incident, escalateAt) => {
    expect(escalate(incident, 0, escalateAt)).toEqual(nothing);
  });
});

describe('the risk', () => {
  const policy = policyWith({});

  test('of a resolved incident is none, whatever it went through', () => {
    const resolved = { ...openedIncident(), status: 'RESOLVED' as const, reopenCount: 3 };
    expect(riskOf(resolved, policy, minute(60))).toEqual({ risk: 0, factors: [] });
  });

  test('rises with the load, not with how high it has been all along', () => {
    const opened = openedIncident();
    const trendOf = (loadFast: number, loadSlow: number) => {
      const memory = { ...opened.memory, loadFast, loadSlow };
      return riskOf({ ...opened, memory }, policy, noon).factors.find(({ name }) => name === 'trend')?.q;
    };
    expect(trendOf(0.75, 0.5)).toBeCloseTo(0.4 * 0.5, 12);
    expect(trendOf(0.5, 0.5)).toBe(0);
    expect(trendOf(0.5, 0.75)).toBe(0);
  });
});

test('the systemic rule holds from as many CRITICAL as it asks for', () => {
  const policy = policyWith({ escalation: { systemic: { critical: 2, minutes: 5, targets: ['log'] } } });
  expect(systemStatusOf([noon, minute(1)], policy, minute(2))).toEqual({
    active: true,
    recentCritical: 2,
    message: 'Escalation active: 2 CRITICAL in 5 min',
  });
  expect(systemStatusOf([noon, minute(1)], policy, minute(6)).active).toBe(false);
});
