import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ParsedSignal, parseSignal } from '../application/parseSignal.ts';
import type { Bridge } from './bridge.ts';
import { bridges } from './registry.ts';

const now = new Date('2026-11-24T10:00:00.000Z');
const all = Object.entries<Bridge>(bridges);

const text = fc.string({ unit: 'binary', maxLength: 60 });
const names = fc.constantFrom(
  ...[
    'title',
    'message',
    'summary',
    'payload',
    'data',
    'tags',
    'labels',
    'severity',
    'event_action',
    'dedup_key',
    'alerts',
  ],
  ...[
    'AlarmName',
    'Message',
    'Type',
    'Trigger',
    'Dimensions',
    'evalMatches',
    'ruleName',
    'event',
    'issue',
    'metric_alert',
  ],
  ...['specversion', 'source', 'type', 'subject', 'id', 'time', 'state', 'url', 'level', 'timestamp', 'project'],
);
const payloads = fc.letrec((tie) => ({
  any: fc.oneof({ maxDepth: 2 }, text, fc.double(), fc.boolean(), fc.constant(null), tie('list'), tie('record')),
  list: fc.array(tie('any'), { maxLength: 4 }),
  record: fc.dictionary(fc.oneof(names, text), tie('any'), { maxKeys: 8 }),
})).record;
// The tables of all characters are made at the first draw, which takes seconds on a busy machine: not within a test's time.
fc.sample(text, 1);

function parse(bridge: Bridge, payload: unknown, headers = {}): ParsedSignal[] {
  const result = bridge.parse(payload, headers, now);
  return result.ok ? result.signals.map(({ input, field, groupKey }) => parseSignal(input, field, now, groupKey)) : [];
}

describe.each(all)('the bridge %s', (name, bridge) => {
  test('has its own name, and a guide that says where to put the token', () => {
    expect(bridge.name).toBe(name);
    expect(bridge.guide.setup).toMatch(/{{url(WithToken)?}}/);
    expect(bridge.guide.setup).toMatch(/{{(token|urlWithToken)}}/);
  });

  test('takes its own sample as one signal that fires', () => {
    const parsed = parse(bridge, JSON.parse(JSON.stringify(bridge.guide.sample)));
    expect(parsed).toMatchObject([{ ok: true, signal: { state: 'FIRING', service: 'checkout' } }]);
  });

  test.each([null, 5, true, undefined])('refuses %s in words', (payload) => {
    const result = bridge.parse(payload, {}, now);
    expect(result).toMatchObject({
      ok: false,
      errors: [{ code: 'INVALID', message: expect.stringContaining('was given') }],
    });
  });

  test('never throws, and what it makes of objects is a signal, whatever stands in them', () => {
    fc.assert(
      fc.property(payloads, (payload) => {
        for (const parsed of parse(bridge, payload)) {
          if (!parsed.ok) expect(parsed.errors[0]?.field?.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test.each<[Bridge, unknown]>([
  [bridges.generic, Array(20_001).fill({})],
  [bridges.cloudevents, Array(20_001).fill({})],
  [bridges.alertmanager, { alerts: Array(20_001).fill({}) }],
  [bridges.grafana, { alerts: Array(20_001).fill({}) }],
])('more than any tool sends at once is refused before it is read: $name', (bridge, payload) => {
  expect(bridge.parse(payload, {}, now)).toMatchObject({
    ok: false,
    errors: [{ message: expect.stringContaining('20001') }],
  });
});
