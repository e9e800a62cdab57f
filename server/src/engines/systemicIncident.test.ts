import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IncidentId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident.ts';
import type { NewTimelineEvent } from '../domain/timeline.ts';
import { nextEscalationAt } from './escalation.ts';
import { foldTimeline, lifecycleOf, withPatches } from './foldTimeline.ts';
import { acknowledge, reopen, resolve, unacknowledge } from './lifecycle.ts';
import { presets } from './policy.ts';
import { isSystemic } from './systemicGroup.ts';
import { raiseSystemic, reviewSystemic, type SystemicRise } from './systemicIncident.ts';
import { countingIds } from './testing/countingIds.ts';
import { minute, openedIncident, policyWith } from './testing/fixtures.ts';
import type { Consequences } from './verdict.ts';

const load = presets['load-v2'];
const blank = openedIncident({ reportedSeverity: 'CRITICAL' });
const child = (number: number, changes: Partial<Incident> = {}): Incident => ({
  ...blank,
  id: `child-${number}` as IncidentId,
  number,
  title: `c${number}`,
  stress: number,
  ...changes,
});
const three = [child(1), child(2), child(3)];

function rise(changes: Partial<SystemicRise> = {}): Consequences {
  const { newcomers = three } = changes;
  return raiseSystemic({
    policy: load,
    policyVersion: 7,
    parent: null,
    number: 20,
    count: newcomers.length,
    newcomers,
    fires: true,
    at: minute(1),
    newId: countingIds(),
    ...changes,
  });
}

function firstOf({ changed }: Consequences): Incident {
  const [first] = changed;
  if (first === undefined) throw new Error('Nothing changed');
  return first.incident;
}

const parent = firstOf(rise());

describe('a systemic incident', () => {
  it('opens for all that became CRITICAL, says why, and tells the targets once', () => {
    expect(rise()).toMatchObject({
      changed: [
        {
          kind: 'OPENED',
          incident: {
            number: 20,
            title: 'Systemic: 3 CRITICAL within 5 min',
            service: 'system',
            severity: 'CRITICAL',
            status: 'OPEN',
            stress: 3,
            signalCount: 0,
            criticalAt: null,
            nextEscalationAt: null,
            parentId: null,
            policyVersion: 7,
            decision: {
              score: 1,
              reason: '3 CRITICAL within 5 min',
              factors: [
                { name: 'systemic', value: 3, threshold: 3, contribution: 1, note: '#1 (c1), #2 (c2), #3 (c3)' },
              ],
            },
          },
        },
        ...three.map(({ id }) => ({ kind: 'UPDATED', incident: { id, parentId: parent.id, status: 'OPEN' } })),
      ],
      events: [
        { kind: 'OPENED', message: 'Opened as CRITICAL: 3 CRITICAL within 5 min', note: '#1 (c1), #2 (c2), #3 (c3)' },
        ...three.map(({ id }) => ({
          kind: 'JOINED_PARENT',
          incidentId: id,
          message: 'Part of #20 (Systemic: 3 CRITICAL within 5 min)',
        })),
      ],
      escalations: [],
      intents: [{ kind: 'notify', incidentId: parent.id, target: 'log', severity: 'CRITICAL' }],
    });
  });

  it.each<[string, Partial<SystemicRise>, number]>([
    ['opens when the count is reached', {}, 4],
    ['opens though the incident that reached it has been escalated', { fires: false }, 4],
    ['does not open under the count', { newcomers: three.slice(1) }, 0],
    ['does not open anew beyond the count, when somebody resolved it', { count: 4, fires: false }, 0],
    ['takes in one more while it is open', { parent, newcomers: [child(4)], count: 4, fires: false }, 2],
    [
      'takes in none that comes when the rule no longer holds',
      { parent, newcomers: [child(4)], count: 2, fires: false },
      0,
    ],
    ['has nothing to say about one that it has already', { parent, newcomers: [], count: 4, fires: false }, 0],
    ['is touched when the rule fires anew', { parent, newcomers: [], count: 3, fires: true }, 1],
  ])('%s', (_, changes, changed) => {
    expect(rise(changes).changed).toHaveLength(changed);
  });

  it('names each further incident, and tells nobody about it', () => {
    expect(rise({ parent, newcomers: [child(9)], count: 4, fires: false, at: minute(3) })).toMatchObject({
      changed: [
        {
          kind: 'UPDATED',
          incident: {
            id: parent.id,
            stress: 9,
            lastSignalAt: minute(3),
            decision: { factors: [{ value: 4, note: 'also #9 (c9)' }] },
          },
        },
        { incident: { number: 9, parentId: parent.id } },
      ],
      events: [
        { kind: 'CHILD_JOINED', incidentId: parent.id, message: '4 CRITICAL within 5 min: also #9 (c9)' },
        { kind: 'JOINED_PARENT' },
      ],
      intents: [],
    });
  });

  it('has the labels that all of them have', () => {
    const labelled = (number: number, ...values: string[]) =>
      child(number, { labels: values.map((value) => ({ name: value[0] ?? '', value })) });
    const newcomers = [labelled(1, 'a', 'b1'), labelled(2, 'a', 'b2'), labelled(3, 'a', 'b1', 'c')];
    expect(firstOf(rise({ newcomers })).labels).toEqual([{ name: 'a', value: 'a' }]);
  });

  it('never escalates by steps, also after people had it in hand', () => {
    const command = { now: minute(2), actor: 'Ada', note: null, tokenId: null };
    const taken = acknowledge(parent, command, load);
    if (!taken.ok) throw new Error('refused');
    for (const result of [unacknowledge(taken.incident, command, load), reopen(closed(), command, load)]) {
      if (!result.ok) throw new Error('refused');
      expect(result.incident).toMatchObject({ status: 'OPEN', nextEscalationAt: null });
    }
    expect(nextEscalationAt({ ...parent, groupKey: null }, load, minute(0))).toEqual(minute(5));

    function closed(): Incident {
      const result = resolve(parent, command);
      if (!result.ok) throw new Error('refused');
      return result.incident;
    }
  });
});

describe('the review of a systemic incident', () => {
  const review = (criticalAts: number[], unresolved: Incident[], at = 10, policy = load) =>
    reviewSystemic(parent, { criticalAts: criticalAts.map(minute), unresolved }, policy, minute(at));
  const later = (minutes: number) => ({ postponedTo: new Date(minute(minutes).getTime() + 1_000) });

  it.each([
    ['while the rule holds, until the third youngest no longer counts', [6, 7, 8, 9], [], later(12)],
    ['at the end of the rule’s time, which counts', [5, 9, 10], [], later(10)],
    ['while a child is not over', [9], [child(1)], { postponedTo: minute(11) }],
  ])('waits %s', (_, criticalAts, unresolved, answer) => {
    expect(review(criticalAts, unresolved)).toEqual(answer);
  });

  it.each([
    ['when all is over', [4.9, 9, 10], [], 10, 'are resolved'],
    ['when what is left is quiet', [], [child(1)], 240, 'are resolved or quiet'],
  ])('ends it %s', (_, criticalAts, unresolved, at, message) => {
    expect(review(criticalAts, unresolved, at)).toMatchObject({
      changed: [{ kind: 'RESOLVED', incident: { status: 'RESOLVED', resolvedBy: 'vigil', resolvedByRule: true } }],
      events: [{ kind: 'RESOLVED', ruleId: 'escalation.systemic_over', message: expect.stringContaining(message) }],
    });
  });

  it('does not end it while a child that never goes quiet is open', () => {
    const never = policyWith({ grouping: { quietMinutes: null } });
    expect(review([], [child(1)], 10_000, never)).toEqual({ postponedTo: minute(10_001) });
  });

  it('has nothing to do when it is resolved', () => {
    const over = { criticalAts: [], unresolved: [] };
    expect(reviewSystemic({ ...parent, status: 'RESOLVED' }, over, load, minute(10))).toBeNull();
  });
});

describe('whatever becomes CRITICAL whenever', () => {
  const story = fc.array(fc.tuple(fc.double({ min: 0, max: 4, noNaN: true }), fc.nat(9)), { maxLength: 40 });

  function told(steps: readonly (readonly [number, number])[]) {
    const incidents = new Map<IncidentId, Incident>();
    const events: NewTimelineEvent[] = [];
    const times = new Map<number, number>();
    const newId = countingIds();
    let at = 0;
    const take = (consequences: Consequences) => {
      events.push(...withPatches(consequences, (id) => incidents.get(id)));
      for (const { incident } of consequences.changed) incidents.set(incident.id, incident);
    };
    const none = { escalations: [], intents: [] };
    for (const [wait, which] of steps) {
      at += wait;
      const open = [...incidents.values()].find((one) => isSystemic(one) && one.status === 'OPEN') ?? null;
      const criticalAts = [...times.values()].map(minute);
      const review = open === null ? null : reviewSystemic(open, { criticalAts, unresolved: [] }, load, minute(at));
      if (review !== null && 'changed' in review) take(review);
      const after = [...incidents.values()].find((one) => isSystemic(one) && one.status === 'OPEN') ?? null;
      const { id } = child(which);
      if (!incidents.has(id)) {
        const opened = { ...none, changed: [{ incident: child(which), kind: 'OPENED' as const }] };
        take({
          ...opened,
          events: [{ incidentId: id, kind: 'OPENED', at: minute(at), actor: '', ruleId: '', message: '', note: null }],
        });
      }
      times.set(which, at);
      const within = [...times].filter(([, time]) => at - time <= 5).sort(([, a], [, b]) => a - b);
      const newcomers = within
        .map(([number]) => incidents.get(child(number).id) ?? child(number))
        .filter(({ parentId }) => after === null || parentId !== after.id);
      const count = within.length;
      take(
        raiseSystemic({
          policy: load,
          policyVersion: 1,
          parent: after,
          number: 1,
          count,
          newcomers,
          fires: count === 3,
          at: minute(at),
          newId,
        }),
      );
    }
    return { incidents, events };
  }

  it('one is open at most, and every timeline tells its incident', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const { incidents, events } = told(steps);
        const all = [...incidents.values()];
        expect(all.filter((one) => isSystemic(one) && one.status === 'OPEN').length).toBeLessThanOrEqual(1);
        for (const incident of all) {
          const own = events.filter(({ incidentId }) => incidentId === incident.id);
          expect(foldTimeline(own)).toMatchObject(lifecycleOf(incident));
        }
      }),
    );
  });

  it('the same story has the same end', () => {
    fc.assert(
      fc.property(story, (steps) => {
        expect(told(steps)).toStrictEqual(told(steps));
      }),
      { numRuns: 30 },
    );
  });
});
