import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Incident, IncidentStatus } from '../domain/incident.ts';
import { reviewQuiet } from './correlation.ts';
import { acknowledge, addNote, reopen, resolve, unacknowledge } from './lifecycle.ts';
import type { LifecycleResult } from './lifecycleCommand.ts';
import { presets } from './policy.ts';
import { incidentOf, minute, newSignal, openedIncident } from './testing/fixtures.ts';
import { Rehearsal } from './testing/rehearsal.ts';
import { transitionOf, triggers } from './transitions.ts';

const policy = presets['load-v2'];
const commands = { acknowledge, unacknowledge, resolve, reopen };
type Command = keyof typeof commands;

const by = (at: number, actor = 'Ada', note: string | null = null) => ({ now: minute(at), actor, note });

function done(result: LifecycleResult): Incident {
  if (!result.ok) throw new Error(result.error.message);
  return result.incident;
}

const open = openedIncident();
const acknowledged = done(acknowledge(open, by(3), policy));
const resolved = done(resolve(acknowledged, by(9)));
const given = { OPEN: open, ACKNOWLEDGED: acknowledged, RESOLVED: resolved } satisfies Record<IncidentStatus, Incident>;

describe('the table of transitions', () => {
  test.each<[IncidentStatus, Command, IncidentStatus | string]>([
    ['OPEN', 'acknowledge', 'ACKNOWLEDGED'],
    ['OPEN', 'unacknowledge', 'WRONG_STATUS'],
    ['OPEN', 'resolve', 'RESOLVED'],
    ['OPEN', 'reopen', 'WRONG_STATUS'],
    ['ACKNOWLEDGED', 'acknowledge', 'ACKNOWLEDGED'],
    ['ACKNOWLEDGED', 'unacknowledge', 'OPEN'],
    ['ACKNOWLEDGED', 'resolve', 'RESOLVED'],
    ['ACKNOWLEDGED', 'reopen', 'WRONG_STATUS'],
    ['RESOLVED', 'acknowledge', 'ALREADY_RESOLVED'],
    ['RESOLVED', 'unacknowledge', 'ALREADY_RESOLVED'],
    ['RESOLVED', 'resolve', 'ALREADY_RESOLVED'],
    ['RESOLVED', 'reopen', 'ACKNOWLEDGED'],
  ])('given %s when %s then %s', (status, command, then) => {
    const result = commands[command](given[status], by(20), policy);
    expect(result.ok ? result.incident.status : result.error.code).toBe(then);
  });

  test('every command and every rule stays inside it, in any order', () => {
    const names = Object.keys(commands) as Command[];
    const step = fc.record({ what: fc.constantFrom(...names, 'quiet' as const, 'signal' as const), wait: fc.nat(300) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const rehearsal = new Rehearsal(policy);
        let incident = incidentOf(rehearsal.signal(newSignal(), minute(0)));
        let at = 0;
        for (const { what, wait } of steps) {
          at += wait;
          const before = incident;
          incident = stepped(rehearsal, before, what, at);
          if (incident.id !== before.id || incident.status === before.status) continue;
          const moves = triggers.map((trigger) => transitionOf(before.status, trigger));
          expect(moves.some((move) => move.is === 'move' && move.to.includes(incident.status))).toBe(true);
          expect(incident.resolvedAt !== null).toBe(incident.status === 'RESOLVED');
          if (incident.status === 'OPEN') expect(incident.acknowledgedAt).toBeNull();
          if (incident.status !== 'OPEN') expect(incident.nextEscalationAt).toBeNull();
        }
      }),
    );
  });

  function stepped(rehearsal: Rehearsal, incident: Incident, what: Command | 'quiet' | 'signal', at: number): Incident {
    if (what === 'signal') return incidentOf(rehearsal.signal(newSignal(), minute(at)));
    if (what === 'quiet') {
      const review = reviewQuiet(incident, policy, 1, minute(at));
      if (review === null || 'postponedTo' in review) return incident;
      rehearsal.take(review);
      return rehearsal.incidents.get(incident.id) ?? incident;
    }
    const result = commands[what](incident, by(at), policy);
    if (!result.ok) return incident;
    rehearsal.take({ changed: [{ incident: result.incident, kind: 'UPDATED' }], events: result.events });
    return result.incident;
  }
});

describe('an open incident', () => {
  test('can be acknowledged once: the first acknowledgement stays', () => {
    expect(acknowledged).toMatchObject({
      acknowledgedAt: minute(3),
      acknowledgedBy: 'Ada',
      firstAcknowledgedAt: minute(3),
    });
    expect(acknowledge(acknowledged, by(5, 'Bob'), policy)).toEqual({
      ok: true,
      incident: acknowledged,
      kind: null,
      events: [],
    });
  });

  test('has its acknowledgement on the timeline, with the note and the rule', () => {
    const result = acknowledge(open, by(3, 'Ada', 'mine'), policy);
    expect(result).toMatchObject({
      kind: 'ACKNOWLEDGED',
      events: [
        {
          kind: 'ACKNOWLEDGED',
          actor: 'Ada',
          ruleId: 'lifecycle.acknowledge',
          note: 'mine',
          message: 'Acknowledged by Ada',
        },
      ],
    });
  });

  test('stops to escalate, and its risk falls, when it is acknowledged', () => {
    expect(open.nextEscalationAt).toEqual(minute(5));
    expect(acknowledged.nextEscalationAt).toBeNull();
    expect(acknowledged.risk).toBe(0);
  });
});

describe('an acknowledged incident', () => {
  test('that is put back has no acknowledgement, and waits anew', () => {
    expect(done(unacknowledge(acknowledged, by(4), policy))).toMatchObject({
      status: 'OPEN',
      acknowledgedAt: null,
      acknowledgedBy: null,
      firstAcknowledgedAt: null,
      nextEscalationAt: minute(9),
    });
  });

  test('keeps an earlier acknowledgement that was not taken back', () => {
    const again = { ...acknowledged, firstAcknowledgedAt: minute(1) };
    expect(done(unacknowledge(again, by(4), policy)).firstAcknowledgedAt).toEqual(minute(1));
  });
});

describe('a resolved incident', () => {
  test('says who resolved it, that it was a person, and keeps who acknowledged it', () => {
    expect(resolved).toMatchObject({
      resolvedAt: minute(9),
      resolvedBy: 'Ada',
      resolvedByRule: false,
      acknowledgedBy: 'Ada',
      risk: 0,
    });
    expect(resolved).toMatchObject({ nextEscalationAt: null, reviewAt: null });
  });

  test.each([acknowledge, resolve, unacknowledge])('cannot be changed by %o, in plain words', (command) => {
    const result = command({ ...resolved, number: 12 }, by(10), policy);
    expect(result).toEqual({
      ok: false,
      error: { code: 'ALREADY_RESOLVED', message: 'Incident 12 is resolved already.', field: ['input', 'id'] },
    });
  });

  test('is reopened to what it was', () => {
    expect(done(reopen(resolved, by(600), policy))).toMatchObject({
      status: 'ACKNOWLEDGED',
      acknowledgedAt: minute(3),
      firstAcknowledgedAt: minute(3),
      resolvedAt: null,
      resolvedBy: null,
      resolvedByRule: null,
      reopenCount: 1,
      nextEscalationAt: null,
    });
    const neverAcknowledged = done(resolve(open, by(9)));
    expect(done(reopen(neverAcknowledged, by(600), policy))).toMatchObject({
      status: 'OPEN',
      nextEscalationAt: minute(605),
    });
  });

  test('is not quiet the moment it is reopened', () => {
    const again = done(reopen(resolved, by(600), policy));
    expect(again.reviewAt).toEqual(minute(840));
    expect(reviewQuiet(again, policy, 1, minute(601))).toEqual({ postponedTo: minute(840) });
  });
});

describe('a note', () => {
  test('changes nothing but the timeline', () => {
    const result = addNote(resolved, by(11, 'Ada', 'it was DNS'), policy);
    expect(result).toMatchObject({
      ok: true,
      kind: null,
      events: [{ kind: 'NOTE_ADDED', note: 'it was DNS', ruleId: 'lifecycle.note' }],
    });
    expect(done(result)).toEqual({ ...resolved, updatedAt: minute(11) });
  });

  test.each([null, '', '  '])('of %j is refused', (note) => {
    expect(addNote(open, by(1, 'Ada', note), policy)).toMatchObject({
      ok: false,
      error: { code: 'INVALID', field: ['input', 'note'] },
    });
  });
});
