import { expect, test } from 'vitest';
import { pagerdutyBridge } from './pagerduty.ts';
import { bridgeNow, labelsOf, parsedBy } from './testing/parsedBy.ts';

/** As the documentation of the Events API has it. */
const trigger = {
  routing_key: 'R0000000000000000000000000000000',
  payload: {
    summary: 'Example alert on host1.example.com',
    source: 'monitoringtool:host1.example.com/prod',
    severity: 'error',
    timestamp: '2024-05-01T08:42:58.315+0000',
    component: 'postgres',
    group: 'prod-datapipe',
    class: 'disk',
    custom_details: { 'ping time': '1500ms', 'load avg': 0.75 },
  },
  links: [{ href: 'https://example.com/runbook', text: 'Runbook' }],
  event_action: 'trigger',
  dedup_key: 'srv01/HTTP',
};

test('a trigger is an alert with its details', () => {
  const [signal] = parsedBy(pagerdutyBridge, trigger);
  expect(signal).toMatchObject({
    source: 'pagerduty',
    service: 'postgres',
    title: 'Example alert on host1.example.com',
    description: 'ping time: 1500ms\nload avg: 0.75',
    url: 'https://example.com/runbook',
    dedupKey: 'srv01/HTTP',
    reportedSeverity: 'HIGH',
    state: 'FIRING',
    occurredAt: new Date('2024-05-01T08:42:58.315Z'),
  });
  expect(labelsOf(signal)).toMatchObject({ event_class: 'disk', event_group: 'prod-datapipe' });
  expect(JSON.stringify(signal)).not.toContain('R0000');
});

test('a resolve ends the alert of its key, and an acknowledgement changes nothing', () => {
  const { routing_key, dedup_key } = trigger;
  const [signal] = parsedBy(pagerdutyBridge, { routing_key, dedup_key, event_action: 'resolve' });
  expect(signal).toMatchObject({ state: 'RESOLVED', dedupKey: 'srv01/HTTP' });
  expect(parsedBy(pagerdutyBridge, { routing_key, dedup_key, event_action: 'acknowledge' })).toEqual([]);
});

test.each([
  [{ event_action: 'explode' }, ['event_action']],
  [{ event_action: 'trigger', payload: {} }, ['payload', 'summary']],
  [{ event_action: 'resolve' }, ['dedup_key']],
])('%j is refused at its field', (event, field) => {
  expect(pagerdutyBridge.parse(event, {}, bridgeNow)).toMatchObject({ ok: false, errors: [{ field }] });
});
