import { expect, test } from 'vitest';
import { datadogBridge } from './datadog.ts';
import { labelsOf, parsedBy } from './testing/parsedBy.ts';

const monitor = {
  title: 'High CPU Usage',
  type: 'metric alert',
  query: 'avg(last_5m):avg:system.cpu.user{*} by {host} > 90',
  message: 'CPU usage is over 90% on srv1.',
  tags: 'environment:production,team:backend,monitor,service:api',
  priority: 'P2',
  monitor_id: '1234567890',
  scopes: 'srv1-us1-prod',
};

test('a monitor is an alert for each scope, with its tags', () => {
  const [signal] = parsedBy(datadogBridge, monitor);
  expect(signal).toMatchObject({
    source: 'datadog',
    service: 'api',
    title: 'High CPU Usage',
    dedupKey: 'datadog:1234567890:srv1-us1-prod',
    reportedSeverity: 'HIGH',
    state: 'FIRING',
  });
  expect(signal?.description).toContain('system.cpu.user');
  expect(labelsOf(signal)).toMatchObject({ environment: 'production', team: 'backend', monitor: 'true' });
});

test.each([
  [{ transition: 'Triggered' }, 'FIRING'],
  [{ transition: 'Re-Triggered' }, 'FIRING'],
  [{ transition: 'No Data' }, 'FIRING'],
  [{ transition: 'Warn' }, 'FIRING'],
  [{ transition: 'Recovered' }, 'RESOLVED'],
  [{ alert_type: 'success' }, 'RESOLVED'],
  [{ title: '[Recovered on {host:srv1}] High CPU Usage' }, 'RESOLVED'],
])('%j is %s', (changes, state) => {
  const [signal] = parsedBy(datadogBridge, { ...monitor, ...changes });
  expect(signal).toMatchObject({ state, title: 'High CPU Usage', dedupKey: 'datadog:1234567890:srv1-us1-prod' });
});

test('the moment is in milliseconds', () => {
  const [signal] = parsedBy(datadogBridge, { ...monitor, date: '1763978400000' });
  expect(signal?.occurredAt).toEqual(new Date(1_763_978_400_000));
});
