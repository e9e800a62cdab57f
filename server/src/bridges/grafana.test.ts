import { expect, test } from 'vitest';
import { grafanaBridge } from './grafana.ts';
import { labelsOf, parsedBy } from './testing/parsedBy.ts';

/** As Grafana 6 sends it. */
const legacy = {
  evalMatches: [
    {
      value: 23644.5,
      metric: 'Battery Voltage (millivolts)',
      tags: { environment: 'Network', service: 'Core', group: 'Power' },
    },
  ],
  message: 'Battery Voltage dropped below 23.7 Volts, please investigate',
  ruleId: 58,
  ruleName: 'Testing -> Battery Voltage alert',
  ruleUrl: 'https://grafana.example/d/Rs6E_oHWk/playground?panelId=2&orgId=1',
  state: 'alerting',
  tags: { severity: 'warning', service: 'Physical', group: 'BatteryPower' },
  title: '[Alerting] TEST -> Battery Voltage alert',
};

test('alerts of a contact point are those of Alertmanager, from Grafana', () => {
  const [signal] = parsedBy(grafanaBridge, {
    status: 'firing',
    groupKey: '{}:{alertname="High memory"}',
    orgId: 1,
    alerts: [
      {
        status: 'firing',
        labels: { alertname: 'High memory', grafana_folder: 'Ops', service: 'search', severity: 'critical' },
        annotations: { summary: 'Memory is nearly used up' },
        startsAt: '2026-11-24T09:59:00Z',
        endsAt: '0001-01-01T00:00:00Z',
        generatorURL: 'https://grafana.example/alerting/grafana/1/view',
        fingerprint: 'c6eadffa33fcdf37',
        values: { B: 91.2 },
      },
    ],
  });
  expect(signal).toMatchObject({
    source: 'grafana',
    service: 'search',
    title: 'Memory is nearly used up',
    dedupKey: 'c6eadffa33fcdf37',
    groupKey: 'grafana:{}:{alertname="High memory"}',
    reportedSeverity: 'CRITICAL',
  });
});

test('a rule of the legacy alerting is one alert, with what it measured', () => {
  const [signal] = parsedBy(grafanaBridge, legacy);
  expect(signal).toMatchObject({
    source: 'grafana',
    service: 'Physical',
    title: 'Testing -> Battery Voltage alert',
    state: 'FIRING',
    dedupKey: 'grafana:/58',
    reportedSeverity: 'MEDIUM',
    url: legacy.ruleUrl,
  });
  expect(signal?.description).toContain('Battery Voltage (millivolts): 23644.5');
  expect(labelsOf(signal)).toMatchObject({ group: 'BatteryPower' });
});

test.each([
  ['alerting', 'FIRING'],
  ['no_data', 'FIRING'],
  ['ok', 'RESOLVED'],
  ['paused', 'RESOLVED'],
])('a rule whose state is %s is %s under the same key', (state, expected) => {
  const [signal] = parsedBy(grafanaBridge, { ...legacy, state });
  expect(signal).toMatchObject({ state: expected, dedupKey: 'grafana:/58' });
});

test('a test message, whose rule has no id of its own, is told apart by its name', () => {
  const keyOf = (ruleName: string) => parsedBy(grafanaBridge, { ruleName, ruleId: 0, state: 'alerting' })[0]?.dedupKey;
  expect(keyOf('Test notification')).not.toBe(keyOf('Another'));
});
