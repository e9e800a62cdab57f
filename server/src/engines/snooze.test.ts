import { describe, expect, test } from 'vitest';
import type { Incident } from '../domain/incident.ts';
import { escalateDue } from './escalation.ts';
import { acknowledge, addNote, resolve, unacknowledge } from './lifecycle.ts';
import type { LifecycleResult } from './lifecycleCommand.ts';
import { presets } from './policy.ts';
import { endSnooze, lapseAcknowledgement, snooze, unsnooze } from './snooze.ts';
import { countingIds } from './testing/countingIds.ts';
import { minute, newSignal, openedIncident, policyWith } from './testing/fixtures.ts';
import { Rehearsal } from './testing/rehearsal.ts';
import type { Consequences } from './verdict.ts';

const policy = presets['load-v2'];
const by = (at: number, note: string | null = null) => ({ now: minute(at), actor: 'Ada', note });

function done(result: LifecycleResult): Incident {
  if (!result.ok) throw new Error(result.error.message);
  return result.incident;
}

function left({ changed }: Consequences): Incident {
  const [change] = changed;
  if (change === undefined) throw new Error('Nothing changed');
  return change.incident;
}

const open = openedIncident();
const acknowledged = done(acknowledge(open, by(1), policy));
const snoozed = done(snooze(open, { ...by(2), until: minute(60) }, policy));

describe('a snoozed incident', () => {
  test('keeps its status, does not escalate, and says so on the timeline', () => {
    expect(snoozed).toMatchObject({ status: 'OPEN', snoozedUntil: minute(60), nextEscalationAt: null });
    expect(escalateDue(snoozed, policy, 1, minute(50), countingIds()).escalations).toEqual([]);
    expect(snooze(open, { ...by(2, 'after lunch'), until: minute(60) }, policy)).toMatchObject({
      kind: 'UPDATED',
      events: [
        {
          kind: 'SNOOZED',
          note: 'after lunch',
          message: 'Snoozed until 2026-03-01T13:00:00.000Z by Ada',
          ruleId: 'lifecycle.snooze',
        },
      ],
    });
  });

  test('takes signals, and a rise in severity is told to nobody', () => {
    const rehearsal = new Rehearsal(policy);
    const opened = rehearsal.signal(newSignal(), minute(0)).incident;
    if (opened === null) throw new Error('not opened');
    rehearsal.take({
      changed: [{ incident: done(snooze(opened, { ...by(2), until: minute(60) }, policy)), kind: 'UPDATED' }],
      events: [],
    });
    const { incident, intents } = rehearsal.signal(newSignal({ reportedSeverity: 'CRITICAL' }), minute(3));
    expect(incident).toMatchObject({ severity: 'CRITICAL', snoozedUntil: minute(60), nextEscalationAt: null });
    expect(intents).toEqual([]);
  });

  test('comes back at its time as if it had just been opened, once', () => {
    expect(endSnooze(snoozed, policy, minute(59.9)).changed).toEqual([]);
    const back = endSnooze(snoozed, policy, minute(60));
    expect(back).toMatchObject({
      changed: [
        {
          kind: 'UPDATED',
          incident: { status: 'OPEN', snoozedUntil: null, nextEscalationAt: minute(65), escalationEpisode: 1 },
        },
      ],
      events: [{ kind: 'SNOOZE_ENDED', ruleId: 'lifecycle.snooze_ended', actor: 'vigil' }],
      intents: [{ target: 'log', reason: 'Its snooze is over' }],
    });
    expect(endSnooze(left(back), policy, minute(61)).changed).toEqual([]);
  });

  test('that somebody has in hand comes back as open, and its acknowledgement stays in the MTTA', () => {
    const inHand = done(snooze(acknowledged, { ...by(2), until: minute(60) }, policy));
    expect(inHand.status).toBe('ACKNOWLEDGED');
    expect(endSnooze(inHand, policy, minute(60))).toMatchObject({
      changed: [
        {
          kind: 'UNACKNOWLEDGED',
          incident: {
            status: 'OPEN',
            acknowledgedAt: null,
            firstAcknowledgedAt: minute(1),
            nextEscalationAt: minute(65),
          },
        },
      ],
    });
  });

  test.each<[string, (incident: Incident) => LifecycleResult]>([
    ['acknowledged', (incident) => acknowledge(incident, by(5), policy)],
    ['resolved', (incident) => resolve(incident, by(5))],
    ['taken out by hand', (incident) => unsnooze(incident, by(5), policy)],
  ])('is no longer snoozed when it is %s', (_, change) => {
    expect(done(change(snoozed)).snoozedUntil).toBeNull();
  });

  test('is open to escalation again when its acknowledgement is taken back', () => {
    const inHand = done(snooze(acknowledged, { ...by(2), until: minute(60) }, policy));
    const back = done(unacknowledge(inHand, by(5), policy));
    expect(back).toMatchObject({ status: 'OPEN', snoozedUntil: null, nextEscalationAt: minute(10) });
  });

  test.each([
    [0, 'until is 2026-03-01T12:00:00.000Z; expected a moment in the future.'],
    [31 * 1440, 'until is 2026-04-01T12:00:00.000Z; expected at most 30 days from now.'],
  ])('cannot be one until minute %d', (until, message) => {
    expect(snooze(open, { ...by(2), until: minute(until) }, policy)).toEqual({
      ok: false,
      error: { code: 'INVALID', message, field: ['input', 'until'] },
    });
  });

  test('cannot be one of the past', () => {
    const historical = { ...open, historical: true };
    expect(snooze(historical, { ...by(2), until: minute(60) }, policy)).toMatchObject({
      error: { code: 'WRONG_STATUS' },
    });
  });
});

describe('an acknowledgement', () => {
  const lapsing = policyWith({ lifecycle: { acknowledgeTimeoutMinutes: 30 } });
  const inHand = done(acknowledge(open, by(3), lapsing));

  test('never lapses unless the policy says so', () => {
    expect(acknowledged.acknowledgementLapsesAt).toBeNull();
    expect(lapseAcknowledgement(acknowledged, policy, minute(9999)).changed).toEqual([]);
  });

  test('lapses when nothing follows for the policy’s time: open again, it escalates from the first step', () => {
    const fired = { ...inHand, escalationsFired: 2 };
    expect(lapseAcknowledgement(fired, lapsing, minute(32)).changed).toEqual([]);
    const back = lapseAcknowledgement(fired, lapsing, minute(33));
    expect(back).toMatchObject({
      changed: [{ kind: 'UNACKNOWLEDGED' }],
      events: [
        {
          kind: 'UNACKNOWLEDGED',
          ruleId: 'lifecycle.acknowledgement_lapsed',
          message: 'Open again: nothing followed the acknowledgement by Ada for 30 min',
        },
      ],
      intents: [{ target: 'log' }],
    });
    expect(left(back)).toMatchObject({
      status: 'OPEN',
      acknowledgedBy: null,
      firstAcknowledgedAt: minute(3),
      nextEscalationAt: minute(38),
      escalationsFired: 0,
      escalationEpisode: 1,
      acknowledgementLapsesAt: null,
    });
    expect(lapseAcknowledgement(left(back), lapsing, minute(99)).changed).toEqual([]);
    expect(escalateDue(left(back), lapsing, 1, minute(38), countingIds()).escalations).toMatchObject([
      { step: 1, repeat: 0, episode: 1, factor: 'time' },
    ]);
  });

  test('lasts its time anew with every sign of life, and as long as a snooze', () => {
    expect(done(addNote(inHand, by(20, 'on it'), lapsing)).acknowledgementLapsesAt).toEqual(minute(50));
    const asleep = done(snooze(inHand, { ...by(20), until: minute(600) }, lapsing));
    expect(asleep.acknowledgementLapsesAt).toBeNull();
    expect(done(unsnooze(asleep, by(40), lapsing)).acknowledgementLapsesAt).toEqual(minute(70));
  });

  test('that a newer policy lets stand is no longer asked for', () => {
    expect(lapseAcknowledgement(inHand, policy, minute(33))).toMatchObject({
      changed: [{ incident: { status: 'ACKNOWLEDGED', acknowledgementLapsesAt: null } }],
      events: [],
    });
  });
});

describe('a snooze', () => {
  const until = (at: number, from: Incident = open) => snooze(from, { ...by(2), until: minute(at) }, policy);
  const longest = 2 + 30 * 24 * 60;

  test.each([
    ['now', 2, 'until is 2026-03-01T12:02:00.000Z; expected a moment in the future.'],
    ['longer than thirty days', longest + 1, 'expected at most 30 days from now.'],
  ])('until %s is refused', (_, at, message) => {
    const error = { code: 'INVALID', field: ['input', 'until'], message: expect.stringContaining(message) };
    expect(until(at)).toMatchObject({ ok: false, error });
  });

  test('of thirty days is taken', () => {
    expect(until(longest)).toMatchObject({ ok: true, incident: { snoozedUntil: minute(longest) } });
  });

  test('of what was brought in from the past is refused, since nothing is sent about it', () => {
    expect(until(60, { ...open, historical: true, number: 3 })).toMatchObject({
      error: { message: 'Incident 3 was brought in from the past: nothing is sent about it anyway.' },
    });
  });

  test('that a person ends leaves a word about it, and the wait for escalation begins anew', () => {
    expect(unsnooze(snoozed, by(20, 'back'), policy)).toMatchObject({
      kind: 'UPDATED',
      incident: { status: 'OPEN', snoozedUntil: null, nextEscalationAt: minute(25) },
      events: [
        {
          kind: 'SNOOZE_ENDED',
          ruleId: 'lifecycle.unsnooze',
          message: 'Snooze ended by Ada',
          actor: 'Ada',
          note: 'back',
        },
      ],
    });
  });

  test('of what was resolved meanwhile never ends', () => {
    const resolved: Incident = { ...snoozed, status: 'RESOLVED', resolvedAt: minute(30) };
    expect(endSnooze(resolved, policy, minute(60))).toEqual({ changed: [], events: [], escalations: [], intents: [] });
  });

  test('that is over names the rule that puts it back to open', () => {
    const inHand = done(snooze(acknowledged, { ...by(2), until: minute(60) }, policy));
    const { events, changed, escalations } = endSnooze(inHand, policy, minute(60));
    expect(events.map(({ ruleId }) => ruleId)).toEqual(['lifecycle.snooze_ended']);
    expect(changed.map(({ kind }) => kind)).toEqual(['UNACKNOWLEDGED']);
    expect(escalations).toEqual([]);
  });
});

describe('an acknowledgement that lapses', () => {
  const lapsing = policyWith({ lifecycle: { acknowledgeTimeoutMinutes: 30 } });
  const inHand = done(acknowledge(open, by(1), lapsing));

  test('does so at its time', () => {
    expect(lapseAcknowledgement(inHand, lapsing, minute(30.9)).changed).toEqual([]);
    expect(lapseAcknowledgement(inHand, lapsing, minute(31)).escalations).toEqual([]);
    expect(lapseAcknowledgement(inHand, lapsing, minute(31)).changed).toMatchObject([{ kind: 'UNACKNOWLEDGED' }]);
  });

  test('does not where the incident is open already', () => {
    const opened: Incident = { ...inHand, status: 'OPEN' };
    expect(lapseAcknowledgement(opened, lapsing, minute(31)).changed).toEqual([]);
  });

  test('is forgotten where the policy no longer asks for it', () => {
    expect(lapseAcknowledgement(inHand, policy, minute(31))).toEqual({
      changed: [{ incident: { ...inHand, acknowledgementLapsesAt: null }, kind: 'UPDATED' }],
      events: [],
      escalations: [],
      intents: [],
    });
  });
});
