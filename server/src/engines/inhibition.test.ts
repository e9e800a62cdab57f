import { describe, expect, test } from 'vitest';
import type { IncidentId } from '../domain/ids.ts';
import type { FiringAlert } from '../domain/suppression.ts';
import {
  addFiring,
  firingIn,
  inhibitionRulesOf,
  inhibitionsOf,
  inhibitorsOf,
  removeFiring,
  removeFiringOf,
} from './inhibition.ts';
import { parsePolicy } from './policy.ts';
import { policyWith } from './testing/fixtures.ts';

const policy = policyWith({
  inhibition: [
    { name: 'node down', source: ['title="Node is down"'], target: ['title!="Node is down"'], equal: ['cluster'] },
    { name: 'critical first', source: ['severity="CRITICAL"'], target: ['severity=~"LOW|MEDIUM"'], equal: ['service'] },
    { name: 'same', source: ['kind="noise"'], target: ['kind="noise"'], equal: [] },
  ],
});

function alert(changes: Partial<FiringAlert> & { label?: string } = {}): FiringAlert {
  const { label, ...rest } = changes;
  return {
    dedupKey: 'source',
    historical: false,
    incidentId: 'incident-1' as IncidentId,
    source: 'probe',
    service: 'nodes',
    title: 'Node is down',
    severity: 'HIGH',
    labels: label === undefined ? [] : [{ name: 'cluster', value: label }],
    ...rest,
  };
}

const target = alert({ dedupKey: 'target', service: 'checkout', title: 'Checkout is slow', label: 'eu' });

describe('a rule', () => {
  test.each([
    ['holds back a target with equal labels', alert({ label: 'eu' }), target, ['node down']],
    ['leaves alone a target with another label', alert({ label: 'us' }), target, []],
    ['takes two missing labels for equal', alert(), { ...target, labels: [] }, ['node down']],
    ['takes a missing label for the empty text', alert({ label: '' }), { ...target, labels: [] }, ['node down']],
    ['leaves alone what is no target', alert({ label: 'eu' }), alert({ dedupKey: 'other', label: 'eu' }), []],
    ['wants a source that matches', alert({ title: 'Node is slow', label: 'eu' }), target, []],
    ['keeps history apart', alert({ label: 'eu', historical: true }), target, []],
    [
      'compares what every signal has',
      alert({ title: 'x', service: 'checkout', severity: 'CRITICAL' }),
      { ...target, severity: 'MEDIUM' as const },
      ['critical first'],
    ],
    [
      'never lets an alert inhibit itself',
      alert({ dedupKey: 'target', title: 'x', service: 'checkout', severity: 'CRITICAL' }),
      { ...target, severity: 'MEDIUM' as const },
      [],
    ],
    [
      'lets none of two that are source and target at once inhibit the other',
      alert({ title: 'x', labels: [{ name: 'kind', value: 'noise' }] }),
      { ...target, labels: [{ name: 'kind', value: 'noise' }] },
      [],
    ],
  ])('%s', (_, source, on, expected) => {
    expect(inhibitionsOf(on, inhibitorsOf(policy, [source])).map(({ id }) => id)).toEqual(expected);
  });

  test('says which rule, and what fires', () => {
    expect(inhibitionsOf(target, inhibitorsOf(policy, [alert({ label: 'eu' })]))).toEqual([
      { kind: 'INHIBITION', id: 'node down', reason: 'Inhibited by rule node down while Node is down fires on nodes' },
    ]);
  });

  test('ends with its source: when the alert is resolved, changes its labels, or its incident is resolved', () => {
    const source = alert({ label: 'eu' });
    const held = (inhibitors: ReturnType<typeof inhibitorsOf>) => inhibitionsOf(target, inhibitors).length;
    const inhibitors = inhibitorsOf(policy, [source]);
    expect(held(inhibitors)).toBe(1);
    removeFiring(inhibitors, source);
    expect([held(inhibitors), firingIn(inhibitors)]).toEqual([0, []]);
    addFiring(inhibitors, source);
    addFiring(inhibitors, alert({ label: 'us' }));
    expect(held(inhibitors)).toBe(0);
    addFiring(inhibitors, source);
    removeFiringOf(inhibitors, 'incident-2' as IncidentId);
    expect(held(inhibitors)).toBe(1);
    removeFiringOf(inhibitors, 'incident-1' as IncidentId);
    expect(held(inhibitors)).toBe(0);
  });
});

test.each([
  [{ inhibition: [{ name: 'a', source: ['x'], target: ['y="z"'], equal: [] }] }, 'inhibition.0.source.0'],
  [{ inhibition: [{ name: 'a', source: ['x=~"("'], target: ['y="z"'], equal: [] }] }, 'inhibition.0.source.0'],
  [{ inhibition: [{ name: 'a', source: ['x=""'], target: ['z="y"'], equal: [] }] }, 'inhibition.0.source'],
  [{ inhibition: [{ name: 'a', source: [], target: ['z="y"'], equal: [] }] }, 'inhibition.0.source'],
  [{ flapping: { highPercent: 20, lowPercent: 30 } }, 'flapping'],
])('the policy %j is refused at %s', (changes, path) => {
  const parsed = parsePolicy({ profile: 'load-v2', ...changes });
  expect(parsed.ok ? [] : parsed.errors.map((error) => error.path.join('.'))).toContain(path);
});

describe('what fires', () => {
  test('counts when it is a rule’s source, live and in history each for itself', () => {
    const [live, past] = [alert({ label: 'eu' }), alert({ label: 'eu', historical: true, title: 'Node is down' })];
    const inhibitors = inhibitorsOf(policy, [live, past, alert({ dedupKey: 'x', title: 'x' })]);
    expect(firingIn(inhibitors)).toEqual([live, past]);
    removeFiring(inhibitors, live);
    expect(firingIn(inhibitors)).toEqual([past]);
    expect(inhibitionsOf(target, inhibitors)).toEqual([]);
    expect(inhibitionsOf({ ...target, historical: true }, inhibitors)).toHaveLength(1);
  });

  test('is nothing where the policy has no rules', () => {
    expect(firingIn(inhibitorsOf(policyWith({}), [alert()]))).toEqual([]);
  });

  test('holds back once for each rule, by whatever else fires when it is the signal’s own alert', () => {
    const own = alert({ dedupKey: 'target', label: 'eu' });
    expect(inhibitionsOf(target, inhibitorsOf(policy, [own]))).toEqual([]);
    expect(inhibitionsOf(target, inhibitorsOf(policy, [own, alert({ label: 'eu' })]))).toHaveLength(1);
  });

  test('holds back one that is source and target at once when it is source alone', () => {
    const both = policyWith({
      inhibition: [{ name: 'both', source: ['kind=~"noise|cause"'], target: ['kind="noise"'], equal: [] }],
    });
    const of = (kind: string, dedupKey: string) => alert({ dedupKey, labels: [{ name: 'kind', value: kind }] });
    expect(inhibitionsOf(of('noise', 'a'), inhibitorsOf(both, [of('noise', 'b')]))).toEqual([]);
    expect(inhibitionsOf(of('noise', 'a'), inhibitorsOf(both, [of('cause', 'b')]))).toHaveLength(1);
    expect(inhibitionsOf(of('cause', 'a'), inhibitorsOf(both, [of('cause', 'b')]))).toEqual([]);
  });
});

test('the rules of a policy are read once', () => {
  const rules = inhibitionRulesOf(policy);
  expect(inhibitionRulesOf(policy)).toBe(rules);
  expect(rules[0]).toEqual({
    name: 'node down',
    source: [{ name: 'title', operator: 'EQUAL', value: 'Node is down' }],
    target: [{ name: 'title', operator: 'NOT_EQUAL', value: 'Node is down' }],
    equal: ['cluster'],
  });
});
