import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SignalId } from '../domain/ids.ts';
import { identify, isKeyed, reviewQuiet } from './correlation.ts';
import { presets } from './policy.ts';
import { incidentOf, minute, newSignal, openedIncident, policyWith, storedSignal } from './testing/fixtures.ts';
import { Rehearsal } from './testing/rehearsal.ts';

const load = presets['load-v2'];
const byService = policyWith({ grouping: { by: 'service' } });
const byLabels = policyWith({ grouping: { by: 'labels', labels: ['cluster', 'team'] } });
const bySignal = policyWith({ grouping: { by: 'signal' } });
const id = 'signal-1' as SignalId;
const label = (name: string, value: string) => ({ name, value });

describe('the identity of a signal', () => {
  test.each([
    ['by service', byService, {}, '["service","checkout"]'],
    ['by what was learned, which it does not know', load, {}, null],
    ['by the key of its source', load, { groupKey: '{}:{x="1"}' }, '["given","probe","{}:{x=\\"1\\"}"]'],
    ['by labels', byLabels, { labels: [label('team', 'a')] }, '["labels",["team","a"]]'],
    ['by service when it has none of the labels', byLabels, { labels: [label('zone', 'b')] }, '["service","checkout"]'],
    ['not at all', bySignal, { groupKey: 'x' }, null],
  ])('is grouped %s', (_, policy, changes, groupKey) => {
    expect(identify(newSignal(changes), policy, id).groupKey).toBe(groupKey);
  });

  test.each([
    ['the given key', load, { dedupKey: 'disk-1' }, 'disk-1'],
    [
      'source, service, title and telling labels',
      load,
      { labels: [label('host', 'a'), label('x', 'b')] },
      '["observed","probe","checkout","Checkout is slow",["host","a"]]',
    ],
    ['the given key where every signal is alone', bySignal, { dedupKey: 'disk-1' }, 'disk-1'],
    ['its id where every signal is alone', bySignal, {}, 'signal-1'],
  ])('has as dedup key %s', (_, policy, changes, dedupKey) => {
    expect(identify(newSignal(changes), policy, id).dedupKey).toBe(dedupKey);
  });

  test('has keys of at most 250 characters, equal when what makes them is equal and different when it is not', () => {
    const text = fc.oneof(fc.string({ minLength: 1, maxLength: 250 }), fc.constantFrom('a', 'a","b', 'x'.repeat(250)));
    const parts = fc.record({
      source: text,
      service: text,
      title: text,
      groupKey: fc.option(text),
      labels: fc.constant([]),
    });
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const [one, other] = [identify(newSignal(a), byService, id), identify(newSignal(b), byService, id)];
        for (const key of [one.dedupKey, one.groupKey ?? '']) expect(key.length).toBeLessThanOrEqual(250);
        expect(identify(newSignal(a), byService, id)).toEqual(one);
        const same = (name: 'source' | 'service' | 'title' | 'groupKey') => a[name] === b[name];
        expect(one.dedupKey === other.dedupKey).toBe(same('source') && same('service') && same('title'));
        const given = a.groupKey !== null || b.groupKey !== null;
        expect(one.groupKey === other.groupKey).toBe(given ? same('groupKey') && same('source') : same('service'));
      }),
    );
  });

  test.each([
    ['an observation', {}, false],
    ['an alert that its sender names', { dedupKey: 'disk-1' }, true],
    ['an alert that its sender groups', { groupKey: 'g' }, true],
  ])('tells %s', (_, changes, keyed) => {
    const { dedupKey, groupKey } = identify(newSignal(changes), load, id);
    expect(isKeyed({ ...storedSignal(changes), dedupKey }, groupKey)).toBe(keyed);
  });
});

describe('a quiet incident', () => {
  const opened = openedIncident();

  test('is looked at when it may have gone quiet', () => {
    expect(opened.reviewAt).toEqual(minute(240));
    expect(openedIncident({ dedupKey: 'named' }).reviewAt).toEqual(minute(1_440));
    expect(openedIncident({}, policyWith({ grouping: { quietMinutes: null } })).reviewAt).toBeNull();
  });

  test('resolves itself by a rule', () => {
    const review = reviewQuiet(opened, load, 7, minute(240));
    expect(review).toMatchObject({
      changed: [
        {
          kind: 'RESOLVED',
          incident: { status: 'RESOLVED', resolvedAt: minute(240), resolvedBy: 'vigil', resolvedByRule: true },
        },
      ],
      events: [
        { kind: 'RESOLVED', ruleId: 'correlation.quiet', message: 'Nothing heard for 240 min (policy version 7)' },
      ],
    });
  });

  test('is put off while it still heard something', () => {
    const rehearsal = new Rehearsal(load);
    rehearsal.signal(newSignal(), minute(0));
    const heard = incidentOf(rehearsal.signal(newSignal(), minute(8)));
    expect(heard.reviewAt).toEqual(minute(240));
    expect(reviewQuiet(heard, load, 1, minute(240))).toEqual({ postponedTo: minute(248) });
  });

  test.each([
    ['the policy never resolves it', opened, policyWith({ grouping: { quietMinutes: null } })],
    ['it is resolved', { ...opened, status: 'RESOLVED' as const }, load],
  ])('is left alone when %s', (_, incident, policy) => {
    expect(reviewQuiet(incident, policy, 1, minute(9_999))).toBeNull();
  });
});
