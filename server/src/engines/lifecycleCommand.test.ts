import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Incident, IncidentStatus } from '../domain/incident.ts';
import { acknowledge, resolve } from './lifecycle.ts';
import type { LifecycleResult } from './lifecycleCommand.ts';
import { minute, openedIncident, policyWith } from './testing/fixtures.ts';
import { type Act, act, actNames, play } from './testing/play.ts';
import { Rehearsal } from './testing/rehearsal.ts';
import { transitionOf, triggers } from './transitions.ts';

const policy = policyWith({ lifecycle: { acknowledgeTimeoutMinutes: 30 } });
const wait = fc.oneof(fc.nat(5), fc.nat(60), fc.nat(400));
const steps = fc.array(fc.tuple(fc.nat(99), wait, fc.nat(300), fc.nat(4), fc.nat(4)), { maxLength: 60, size: 'max' });
const by = (at: number) => ({ now: minute(at), actor: 'Ada', note: 'because', tokenId: null });

function done(result: LifecycleResult): Incident {
  if (!result.ok) throw new Error(result.error.message);
  return result.incident;
}

const open = openedIncident({}, policy);
const acknowledged = done(acknowledge(open, by(3), policy));
const given = {
  OPEN: open,
  ACKNOWLEDGED: acknowledged,
  RESOLVED: done(resolve(acknowledged, by(9))),
} satisfies Record<IncidentStatus, Incident>;

describe('what is no state', () => {
  test.each<[IncidentStatus, Act, IncidentStatus | string, string | undefined]>([
    ['OPEN', 'snooze', 'OPEN', 'lifecycle.snooze'],
    ['OPEN', 'unsnooze', 'OPEN', undefined],
    ['OPEN', 'assign', 'OPEN', 'lifecycle.assign'],
    ['OPEN', 'override', 'OPEN', 'lifecycle.override'],
    ['OPEN', 'lift', 'OPEN', undefined],
    ['ACKNOWLEDGED', 'snooze', 'ACKNOWLEDGED', 'lifecycle.snooze'],
    ['ACKNOWLEDGED', 'assign', 'ACKNOWLEDGED', 'lifecycle.assign'],
    ['ACKNOWLEDGED', 'override', 'ACKNOWLEDGED', 'lifecycle.override'],
    ['RESOLVED', 'snooze', 'ALREADY_RESOLVED', undefined],
    ['RESOLVED', 'unsnooze', 'ALREADY_RESOLVED', undefined],
    ['RESOLVED', 'assign', 'ALREADY_RESOLVED', undefined],
    ['RESOLVED', 'override', 'ALREADY_RESOLVED', undefined],
    ['RESOLVED', 'lift', 'ALREADY_RESOLVED', undefined],
    ['RESOLVED', 'note', 'RESOLVED', 'lifecycle.note'],
  ])('given %s when %s then %s by rule %s', (status, what, then, ruleId) => {
    const result = act(what, given[status], by(20), policy, 1);
    expect(result.ok ? result.incident.status : result.error.code).toBe(then);
    expect(result.ok ? result.events[0]?.ruleId : undefined).toBe(ruleId);
  });

  test('is done once: the same again changes nothing and is no error', () => {
    const again = actNames.filter((what) => what !== 'note');
    fc.assert(
      fc.property(
        fc.constantFrom(...again),
        fc.constantFrom('OPEN', 'ACKNOWLEDGED'),
        fc.nat(100),
        (what, status, extent) => {
          const first = act(what, given[status], by(20), policy, extent + 1);
          if (!first.ok) return;
          const second = act(what, first.incident, by(20), policy, extent + 1);
          if (second.ok) expect(second).toMatchObject({ incident: first.incident, kind: null, events: [] });
          else expect(['WRONG_STATUS', 'ALREADY_RESOLVED']).toContain(second.error.code);
        },
      ),
    );
  });
});

test('every event of a person names the rule, the person and the token', () => {
  for (const what of actNames) {
    const incident = what === 'reopen' ? given.RESOLVED : what === 'unacknowledge' ? given.ACKNOWLEDGED : given.OPEN;
    const result = act(what, incident, { ...by(20), tokenId: null }, policy, 1);
    for (const event of result.ok ? result.events : []) {
      expect(event).toMatchObject({ actor: 'Ada', tokenId: null, at: minute(20) });
      expect(event.ruleId).toMatch(/^lifecycle\.[a-z_]+$/);
    }
  }
});

test('nothing moves an incident but what the table of transitions has, and it is never at odds with itself', () => {
  fc.assert(
    fc.property(steps, (given) => {
      play(new Rehearsal(policy), policy, given, (before, after) => {
        if (before !== undefined && before.status !== after.status) {
          const moves = triggers.map((trigger) => transitionOf(before.status, trigger));
          expect(moves.some((move) => move.is === 'move' && move.to.includes(after.status))).toBe(true);
        }
        expect(after.resolvedAt !== null).toBe(after.status === 'RESOLVED');
        if (after.status === 'OPEN')
          expect([after.acknowledgedAt, after.acknowledgementLapsesAt]).toEqual([null, null]);
        if (after.status !== 'OPEN') expect(after.nextEscalationAt).toBeNull();
        if (after.status === 'RESOLVED')
          expect([after.snoozedUntil, after.acknowledgementLapsesAt]).toEqual([null, null]);
        if (after.snoozedUntil !== null) expect(after.nextEscalationAt).toBeNull();
        if (after.mergedInto !== null) expect(after.status).toBe('RESOLVED');
        expect(after.severity).toBe(after.overriddenSeverity ?? after.decision.severity);
        expect((after.overriddenSeverity === null) === (after.overriddenBy === null)).toBe(true);
        expect(after.firingAlertCount).toBeGreaterThanOrEqual(0);
      });
    }),
    { numRuns: 300 },
  );
});

test('merges make no circle', () => {
  fc.assert(
    fc.property(steps, (given) => {
      const rehearsal = new Rehearsal(policy);
      play(rehearsal, policy, given);
      for (const incident of rehearsal.incidents.values()) {
        const seen = new Set([incident.id]);
        let host = incident.mergedInto;
        while (host !== null) {
          expect(seen.has(host)).toBe(false);
          seen.add(host);
          host = rehearsal.incidents.get(host)?.mergedInto ?? null;
        }
      }
    }),
  );
});
