import { describe, expect, test } from 'vitest';
import type { Incident } from '../domain/incident.ts';
import { acknowledge, reopen, resolve } from './lifecycle.ts';
import type { LifecycleResult } from './lifecycleCommand.ts';
import { type MergePair, type MergeResult, merge, mergeByRule, unmerge } from './merge.ts';
import { incidentOf, minute, newSignal, policyWith } from './testing/fixtures.ts';
import { Rehearsal } from './testing/rehearsal.ts';

const policy = policyWith({ grouping: { by: 'service' } });
const by = (at: number, note: string | null = null) => ({ now: minute(at), actor: 'Ada', note });

function done(result: LifecycleResult): Incident {
  if (!result.ok) throw new Error(result.error.message);
  return result.incident;
}

function pairOf(result: MergeResult): readonly [Incident, Incident] {
  if (!result.ok) throw new Error(result.error.message);
  const [incident, host] = result.consequences.changed.map((change) => change.incident);
  if (incident === undefined || host === undefined) throw new Error('Nothing changed');
  return [incident, host];
}

function twoIncidents(severity: 'MEDIUM' | 'CRITICAL' = 'MEDIUM') {
  const rehearsal = new Rehearsal(policy);
  const host = incidentOf(rehearsal.signal(newSignal({ service: 'checkout', reportedSeverity: 'HIGH' }), minute(0)));
  const incident = incidentOf(
    rehearsal.signal(newSignal({ service: 'search', reportedSeverity: severity }), minute(1)),
  );
  return { rehearsal, pair: { incident: { ...incident, number: 2 }, host: { ...host, number: 1 }, firingMoved: 1 } };
}

describe('a merge', () => {
  test('resolves the one, and its alerts are the other’s; both timelines say why', () => {
    const { pair } = twoIncidents();
    const result = merge(pair, by(5, 'the same rollout'), policy);
    const [incident, host] = pairOf(result);
    expect(incident).toMatchObject({
      status: 'RESOLVED',
      mergedInto: host.id,
      resolvedBy: 'Ada',
      resolvedByRule: false,
      firingAlertCount: 0,
      nextEscalationAt: null,
    });
    expect(host).toMatchObject({ status: 'OPEN', severity: 'HIGH', firingAlertCount: 2, mergedInto: null });
    expect(result).toMatchObject({
      consequences: {
        changed: [{ kind: 'RESOLVED' }, { kind: 'UPDATED' }],
        events: [
          {
            kind: 'MERGED',
            ruleId: 'lifecycle.merge',
            message: 'Merged into #1 (Checkout is slow) by Ada',
            note: 'the same rollout',
          },
          { kind: 'TOOK_IN', ruleId: 'lifecycle.merge', note: 'the same rollout' },
        ],
        intents: [],
      },
    });
  });

  test('makes the other one at least as severe, for the same reasons, and tells it', () => {
    const { pair } = twoIncidents('CRITICAL');
    const result = merge(pair, by(5), policy);
    const [, host] = pairOf(result);
    expect(host).toMatchObject({ severity: 'CRITICAL', decision: { reason: 'reported CRITICAL' }, criticalAt: null });
    expect(result).toMatchObject({
      consequences: {
        changed: [{ kind: 'RESOLVED' }, { kind: 'SEVERITY_CHANGED' }],
        events: [
          { kind: 'MERGED' },
          { kind: 'TOOK_IN' },
          {
            kind: 'SEVERITY_RAISED',
            ruleId: 'severity.merged',
            message: 'Raised from HIGH to CRITICAL: #2 (CRITICAL) was merged into it',
          },
        ],
        intents: [{ severity: 'CRITICAL' }],
      },
    });
  });

  test('into the same one again changes nothing', () => {
    const { pair } = twoIncidents();
    const [incident, host] = pairOf(merge(pair, by(5), policy));
    expect(merge({ incident, host, firingMoved: 0 }, by(6), policy)).toMatchObject({
      ok: true,
      consequences: { changed: [] },
    });
  });

  test.each<[string, (pair: MergePair) => MergePair, string, string]>([
    ['into itself', (pair) => ({ ...pair, host: pair.incident }), 'INVALID', 'into'],
    [
      'of what is resolved',
      (pair) => ({ ...pair, incident: done(resolve(pair.incident, by(2))) }),
      'ALREADY_RESOLVED',
      'id',
    ],
    ['into what is resolved', (pair) => ({ ...pair, host: done(resolve(pair.host, by(2))) }), 'WRONG_STATUS', 'into'],
    [
      'into what was merged into it',
      (pair) => {
        const [merged, host] = pairOf(merge(pair, by(2), policy));
        return { incident: host, host: merged, firingMoved: 0 };
      },
      'WRONG_STATUS',
      'into',
    ],
    [
      'of what was merged into another',
      (pair) => {
        const [merged] = pairOf(merge(pair, by(2), policy));
        return { ...pair, incident: merged, host: { ...pair.host, id: 'third' as Incident['id'] } };
      },
      'WRONG_STATUS',
      'id',
    ],
    [
      'of the past with the present',
      (pair) => ({ ...pair, incident: { ...pair.incident, historical: true } }),
      'WRONG_STATUS',
      'into',
    ],
  ])('%s is refused', (_, change, code, field) => {
    const result = merge(change(twoIncidents().pair), by(9), policy);
    expect(result).toMatchObject({ ok: false, error: { code, field: ['input', field] } });
  });

  test('brings later signals of the merged one to the other, and says so', () => {
    const { rehearsal, pair } = twoIncidents();
    const result = merge(pair, by(2), policy);
    if (!result.ok) throw new Error('refused');
    rehearsal.moveAlerts(pair.incident.id, pair.host.id, pair.incident.id);
    rehearsal.take(result.consequences);
    const known = rehearsal.signal(newSignal({ service: 'search', reportedSeverity: 'MEDIUM' }), minute(3));
    const fresh = rehearsal.signal(newSignal({ service: 'search', title: 'New' }), minute(4));
    for (const verdict of [known, fresh]) {
      expect(verdict).toMatchObject({ outcome: 'JOINED', incident: { id: pair.host.id } });
    }
    expect(known.incident?.firingAlertCount).toBe(2);
    expect(fresh.events[0]?.message).toBe('Joined by New (probe): an incident of its group was merged into this one');
  });
});

describe('taking it out again', () => {
  test('makes it what it was before, and no reopening', () => {
    const { pair } = twoIncidents();
    const taken = done(acknowledge(pair.incident, by(2), policy));
    const [merged, host] = pairOf(merge({ ...pair, incident: taken }, by(5), policy));
    const result = unmerge({ incident: merged, host, firingMoved: 1 }, by(8), policy);
    const [incident, left] = pairOf(result);
    expect(incident).toMatchObject({
      status: 'ACKNOWLEDGED',
      acknowledgedAt: minute(2),
      resolvedAt: null,
      mergedInto: null,
      reopenCount: 0,
      firingAlertCount: 1,
    });
    expect(left).toMatchObject({ firingAlertCount: 1, status: 'OPEN' });
    expect(result).toMatchObject({
      consequences: { events: [{ kind: 'UNMERGED', ruleId: 'lifecycle.unmerge' }, { kind: 'GAVE_BACK' }] },
    });
  });

  test('is the only way out: it cannot be reopened, and what was not merged cannot be taken out', () => {
    const { pair } = twoIncidents();
    const [merged] = pairOf(merge(pair, by(5), policy));
    expect(reopen(merged, by(6), policy)).toMatchObject({
      error: {
        code: 'WRONG_STATUS',
        message: 'Incident 2 was merged into another incident: take it out again instead.',
      },
    });
    expect(unmerge(pair, by(6), policy)).toMatchObject({
      error: { code: 'WRONG_STATUS', message: 'Incident 2 is merged into no other.' },
    });
    expect(unmerge({ ...pair, incident: done(resolve(pair.incident, by(5))) }, by(6), policy)).toMatchObject({
      error: { code: 'WRONG_STATUS' },
    });
  });
});

describe('a merge by rule', () => {
  const found = { now: minute(5), reason: 'search fired together with checkout 4 times within 30 s' };

  test('says why in both timelines, and who is asked later sees that a rule did it', () => {
    const { pair } = twoIncidents('CRITICAL');
    const { changed, events, intents } = mergeByRule(pair, found, policy);
    expect(changed).toMatchObject([
      { kind: 'RESOLVED', incident: { mergedInto: pair.host.id, resolvedByRule: true, resolvedBy: 'vigil' } },
      { kind: 'SEVERITY_CHANGED', incident: { id: pair.host.id, status: 'OPEN', severity: 'CRITICAL' } },
    ]);
    expect(events).toMatchObject([
      { kind: 'MERGED', ruleId: 'correlation.merge', message: `Merged into #1 (Checkout is slow): ${found.reason}` },
      { kind: 'TOOK_IN', ruleId: 'correlation.merge', message: `Took in #2 (Checkout is slow): ${found.reason}` },
      { kind: 'SEVERITY_RAISED', ruleId: 'severity.merged' },
    ]);
    expect(intents).toHaveLength(1);
  });

  test.each<[string, Partial<Incident>, Partial<Incident>]>([
    ['somebody acknowledged it', { status: 'ACKNOWLEDGED' }, {}],
    ['it is somebody’s', { assignee: 'Ada' }, {}],
    ['it is snoozed', { snoozedUntil: minute(60) }, {}],
    ['a person gave it its severity', { overriddenSeverity: 'LOW' }, {}],
    ['it is over', { status: 'RESOLVED' }, {}],
    ['one is live and the other from the past', { historical: true }, {}],
    ['a person has resolved the other one', {}, { status: 'RESOLVED', resolvedAt: minute(9), resolvedByRule: false }],
    ['the other one was over by then', {}, { status: 'RESOLVED', resolvedAt: minute(4), resolvedByRule: true }],
  ])('does nothing when %s', (_, incident, host) => {
    const { pair } = twoIncidents();
    const changed = { ...pair, incident: { ...pair.incident, ...incident }, host: { ...pair.host, ...host } };
    expect(mergeByRule(changed, found, policy).changed).toEqual([]);
  });

  test('into one that has gone quiet since wakes nobody', () => {
    const { pair } = twoIncidents('CRITICAL');
    const host: Incident = { ...pair.host, status: 'RESOLVED', resolvedAt: minute(9), resolvedByRule: true };
    const { changed, intents } = mergeByRule({ ...pair, host }, found, policy);
    expect(changed[1]?.incident).toMatchObject({ status: 'RESOLVED', severity: 'CRITICAL', firingAlertCount: 2 });
    expect(intents).toEqual([]);
  });
});

describe('in words', () => {
  const other = { id: 'third' as Incident['id'] };
  test.each<[string, (pair: MergePair) => MergePair, string]>([
    ['itself', (pair) => ({ ...pair, host: pair.incident }), 'An incident cannot be merged into itself.'],
    [
      'what is resolved',
      (pair) => ({ ...pair, host: done(resolve(pair.host, by(2))) }),
      'Incident 1 is resolved: reopen it first.',
    ],
    [
      'another one, having been merged',
      (pair) => ({ ...pair, incident: pairOf(merge(pair, by(2), policy))[0], host: { ...pair.host, ...other } }),
      'Incident 2 was merged into another incident already: take it out first.',
    ],
    [
      'what was merged itself',
      (pair) => ({ ...pair, host: { ...pair.host, mergedInto: other.id } }),
      'Incident 1 was merged into another incident itself: name that one.',
    ],
    [
      'the present, from the past',
      (pair) => ({ ...pair, incident: { ...pair.incident, historical: true } }),
      'Incident 1 and the other one are not both live or both from the past.',
    ],
  ])('it is said why nothing is merged into %s', (_, change, message) => {
    expect(merge(change(twoIncidents().pair), by(9), policy)).toMatchObject({ ok: false, error: { message } });
  });

  test('the other one says what it took in, and the note is about the merge only', () => {
    const result = merge(twoIncidents('CRITICAL').pair, by(5, 'one rollout'), policy);
    expect(result).toMatchObject({
      consequences: {
        events: [
          { note: 'one rollout' },
          { note: 'one rollout', message: 'Took in #2 (Checkout is slow), merged by Ada' },
          { kind: 'SEVERITY_RAISED', note: null, actor: 'Ada' },
        ],
        escalations: [],
      },
    });
  });

  test('both say that it was taken out again', () => {
    const { pair } = twoIncidents();
    const [incident, host] = pairOf(merge(pair, by(5), policy));
    const result = unmerge({ incident, host, firingMoved: 1 }, by(8), policy);
    expect(result).toMatchObject({
      consequences: {
        changed: [{ kind: 'REOPENED' }, { kind: 'UPDATED' }],
        events: [
          { incidentId: incident.id, message: 'Taken out of #1 by Ada' },
          { incidentId: host.id, message: '#2 was taken out of it by Ada' },
        ],
        escalations: [],
        intents: [],
      },
    });
  });
});

describe('what held a severity up', () => {
  test('goes over with it, and nothing holds it once it is taken out', () => {
    const { pair } = twoIncidents('CRITICAL');
    const lowered = { ...pair.host, memory: { ...pair.host.memory, belowSinceMs: 7 } };
    const [incident, host] = pairOf(merge({ ...pair, host: lowered }, by(5), policy));
    const { heldBy, activeAtMs } = incident.memory;
    expect(host.memory).toEqual({ ...lowered.memory, heldBy, activeAtMs, belowSinceMs: null });
    const [, left] = pairOf(unmerge({ incident, host, firingMoved: 1 }, by(8), policy));
    expect(left.memory).toEqual({ ...host.memory, heldBy: null });
  });
});
