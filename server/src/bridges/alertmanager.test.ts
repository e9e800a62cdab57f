import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ParsedSignal, parseSignal } from '../application/parseSignal.ts';
import { alertmanagerBridge } from './alertmanager.ts';
import { labelFingerprint } from './labelFingerprint.ts';

const now = new Date('2026-11-24T10:00:00.000Z');
const alert = {
  status: 'firing',
  labels: { alertname: 'HighLatency', service: 'billing', severity: 'warning' },
  annotations: {
    summary: 'Billing is slow',
    description: 'p99 over 2 s',
    runbook_url: 'https://runbooks.example/latency',
  },
  startsAt: '2026-11-23T04:33:16.275897798Z',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'http://prometheus.example/graph?g0.expr=up',
  fingerprint: 'e43809d8cca52ba1',
};
const payload = { version: '4', status: 'firing', groupKey: '{}:{alertname="HighLatency"}', alerts: [alert] };

function parse(given: unknown): ParsedSignal[] {
  const result = alertmanagerBridge.parse(given, {}, now);
  if (!result.ok) throw new Error(result.errors[0]?.message);
  return result.signals.map(({ input, field, groupKey }) => parseSignal(input, field, now, groupKey));
}

function signalOf(changes: object) {
  const [parsed] = parse({ ...payload, alerts: [{ ...alert, ...changes }] });
  if (!parsed?.ok) throw new Error(parsed?.errors[0]?.message);
  return parsed.signal;
}

test('an alert becomes a signal', () => {
  expect(signalOf({})).toEqual({
    source: 'alertmanager',
    service: 'billing',
    title: 'Billing is slow',
    description: 'p99 over 2 s\n\nrunbook_url: https://runbooks.example/latency',
    url: 'http://prometheus.example/graph?g0.expr=up',
    state: 'FIRING',
    dedupKey: 'e43809d8cca52ba1',
    groupKey: 'alertmanager:{}:{alertname="HighLatency"}',
    idempotencyKey: null,
    reportedSeverity: 'MEDIUM',
    confidence: null,
    metrics: [],
    labels: [
      { name: 'alertname', value: 'HighLatency' },
      { name: 'service', value: 'billing' },
      { name: 'severity', value: 'warning' },
    ],
    occurredAt: new Date('2026-11-23T04:33:16.275Z'),
    historical: false,
  });
});

test.each([
  ['critical', 'CRITICAL'],
  ['Page', 'CRITICAL'],
  ['error', 'HIGH'],
  ['high', 'HIGH'],
  ['major', 'HIGH'],
  ['warning', 'MEDIUM'],
  ['info', 'LOW'],
  ['none', 'LOW'],
  ['low', 'LOW'],
  ['purple', null],
  [undefined, null],
  [5, null],
])('severity %s is %s', (severity, expected) => {
  expect(signalOf({ labels: { ...alert.labels, severity } }).reportedSeverity).toBe(expected);
});

test.each([
  [{ service: 'a', job: 'b' }, 'a'],
  [{ job: 'b', namespace: 'c' }, 'b'],
  [{ namespace: 'c', alertname: 'd' }, 'c'],
  [{ alertname: 'd' }, 'd'],
  [{ service: ' ' }, 'unknown'],
  [{}, 'unknown'],
])('the service of labels %j is %s', (labels, expected) => {
  expect(signalOf({ labels }).service).toBe(expected);
});

test.each([
  [{ summary: 's', title: 't' }, 's'],
  [{ summary: '' }, 'HighLatency'],
  [undefined, 'HighLatency'],
  [{ summary: `${'x'.repeat(300)}` }, `${'x'.repeat(249)}…`],
])('the title of annotations %j is %s', (annotations, expected) => {
  expect(signalOf({ annotations }).title).toBe(expected);
});

describe('the moment', () => {
  test.each([
    [{ startsAt: '2020-08-08T14:32:08.326990857Z' }, '2020-08-08T14:32:08.326Z'],
    [{ status: 'resolved', endsAt: '2026-11-23T05:00:00Z' }, '2026-11-23T05:00:00.000Z'],
    [{ status: 'resolved', endsAt: '0001-01-01T00:00:00Z' }, undefined],
    [{ startsAt: '0001-01-01T00:00:00Z' }, undefined],
    [{ startsAt: '2026-11-24T11:00:00Z' }, undefined],
    [{ startsAt: 'soon' }, undefined],
    [{ startsAt: undefined }, undefined],
  ])('of %j is %s', (changes, expected) => {
    expect(signalOf(changes).occurredAt?.toISOString()).toBe(expected);
  });
});

test("an alert's status counts, then the group's, and what says nothing fires", () => {
  const states = (groupStatus: unknown, status: unknown) =>
    parse({ ...payload, status: groupStatus, alerts: [{ ...alert, status }] }).map((one) => one.ok && one.signal.state);
  expect(states('firing', 'resolved')).toEqual(['RESOLVED']);
  expect(states('resolved', undefined)).toEqual(['RESOLVED']);
  expect(states(undefined, undefined)).toEqual(['FIRING']);
});

test('a missing fingerprint is computed as Alertmanager does', () => {
  // Labels and fingerprint of a payload that Alertmanager 0.25 sent.
  const labels = { alertname: 'am_53bf6c1790e5_Amtool', severity: 'warning', service: 'billing' };
  expect(labelFingerprint(Object.entries(labels))).toBe('e43809d8cca52ba1');
  expect(signalOf({ labels, fingerprint: undefined }).dedupKey).toBe('e43809d8cca52ba1');
  expect(signalOf({ labels: {}, fingerprint: undefined }).dedupKey).toBeNull();
});

test.each([
  [undefined, null],
  ['', null],
  [{}, null],
  [1234567, 'alertmanager:1234567'],
  ['{}:{}', 'alertmanager:{}:{}'],
])('the group key %s is %s', (groupKey, expected) => {
  const [parsed] = parse({ ...payload, groupKey });
  expect(parsed).toMatchObject({ ok: true, signal: { groupKey: expected } });
});

test('long group keys stay apart', () => {
  const keyOf = (groupKey: string) => parse({ ...payload, groupKey }).map((one) => one.ok && one.signal.groupKey);
  const long = 'x'.repeat(1000);
  expect(keyOf(`${long}a`)).not.toEqual(keyOf(`${long}b`));
  expect(keyOf(`${long}a`)).toEqual(keyOf(`${long}a`));
});

test('a long label is shortened and the rest is kept; of too many the first 64 are', () => {
  const labels = { alertname: 'A', query: 'q'.repeat(2000), service: 'billing' };
  expect(signalOf({ labels }).labels).toEqual([
    { name: 'alertname', value: 'A' },
    { name: 'query', value: `${'q'.repeat(499)}…` },
    { name: 'service', value: 'billing' },
  ]);
  const many = Object.fromEntries(
    Array.from({ length: 100 }, (_, i) => [`l${String(i).padStart(3, '0')}`, '漢'.repeat(500)]),
  );
  expect(signalOf({ labels: many, annotations: { description: '漢'.repeat(20_000) } }).labels).toHaveLength(64);
});

test('an address that is none is left out', () => {
  expect(signalOf({ generatorURL: '' }).url).toBeNull();
  expect(signalOf({ generatorURL: 'javascript:alert(1)' }).url).toBeNull();
});

test('what is no alert is refused alone', () => {
  const [first, second] = parse({ ...payload, alerts: ['x', alert] });
  expect(first).toMatchObject({ ok: false, errors: [{ code: 'INVALID', field: ['alerts', '0'] }] });
  expect(second).toMatchObject({ ok: true });
});

test.each([
  [null, [], 'An Alertmanager webhook is an object, but null was given.'],
  [[], [], 'An Alertmanager webhook is an object, but a list of 0 was given.'],
  [{ message: 'hi' }, ['alerts'], 'An Alertmanager webhook has a list of alerts, but nothing was given.'],
])('%j is no webhook of Alertmanager', (given, field, message) => {
  expect(alertmanagerBridge.parse(given, {}, now)).toEqual({
    ok: false,
    errors: [{ code: 'INVALID', field, message }],
  });
});

test('any alert that is an object is accepted', () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 });
  const anything = fc.oneof({ weight: 3, arbitrary: text }, { weight: 1, arbitrary: fc.jsonValue() });
  const dictionary = fc.dictionary(text, anything);
  fc.assert(
    fc.property(
      fc.record(
        {
          status: fc.oneof(fc.constantFrom('firing', 'resolved'), anything),
          labels: fc.oneof(dictionary, anything),
          annotations: fc.oneof(dictionary, anything),
          startsAt: anything,
          endsAt: anything,
          generatorURL: fc.oneof(fc.webUrl(), anything),
          fingerprint: anything,
        },
        { requiredKeys: [] },
      ),
      anything,
      (one, groupKey) => {
        for (const parsed of parse({ ...payload, groupKey, alerts: [one] })) expect(parsed).toMatchObject({ ok: true });
      },
    ),
    { numRuns: 300 },
  );
});
