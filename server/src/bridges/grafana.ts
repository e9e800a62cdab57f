import { isRecord } from '../application/inputReader.ts';
import { parseAlerts } from './alertmanager.ts';
import type { Bridge, BridgedSignal } from './bridge.ts';
import { fitSignal } from './fitSignal.ts';
import { labelFingerprint } from './labelFingerprint.ts';
import { firstTextAt, paragraphs, recordAt, refused, textAt } from './read.ts';
import { firstSeverity } from './severityWords.ts';

/**
 * Grafana's webhook contact point, which has the form of Alertmanager's
 * (https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/), and the
 * legacy alerting of Grafana up to 10, which tells of one rule at a time.
 */
export const grafanaBridge: Bridge = {
  name: 'grafana',
  guide: {
    title: 'Grafana',
    setup: `Alerting → Contact points → Add: Webhook
  URL                                   {{url}}
  HTTP Method                           POST
  Authorization Header - Scheme         Bearer
  Authorization Header - Credentials    {{token}}
Then choose it in a notification policy. Labels "service" and "severity" of a rule are understood.`,
    sample: {
      state: 'alerting',
      status: 'firing',
      groupKey: '{}:{alertname="Test"}',
      alerts: [
        {
          status: 'firing',
          labels: { alertname: 'Test', service: 'checkout', severity: 'warning' },
          annotations: { summary: 'Test alert of Grafana' },
        },
      ],
    },
  },
  parse: (payload, _headers, now) => {
    if (!isRecord(payload)) return refused('A webhook of Grafana is an object', payload);
    if (Array.isArray(payload.alerts)) return parseAlerts(payload, 'grafana', now);
    if (firstTextAt(payload.ruleName, payload.title) !== null) return { ok: true, signals: [legacy(payload, now)] };
    return refused('A webhook of Grafana has a list of alerts, or the name of a rule', payload.alerts, ['alerts']);
  },
};

function legacy(rule: Record<string, unknown>, now: Date): BridgedSignal {
  const tags = { ...recordAt(rule.labels), ...recordAt(rule.tags) };
  const annotations = recordAt(rule.annotations);
  const name = firstTextAt(rule.ruleName, rule.title) ?? 'rule';
  const pairs = Object.entries(tags).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value] as const] : [],
  );
  // A test has the id 0 whatever the rule; one without an id is told apart by its name and labels.
  const id = textAt(rule.ruleId);
  const key = id === null || id === '0' ? `${name} ${labelFingerprint(pairs)}` : `${textAt(rule.orgId) ?? ''}/${id}`;
  const input = fitSignal(
    {
      source: 'grafana',
      service: [tags.service, tags.app, tags.job, tags.monitor, name],
      title: [annotations.summary, rule.ruleName, rule.title],
      description: paragraphs(rule.message, annotations.description, matchesOf(rule.evalMatches)),
      url: rule.ruleUrl,
      state: rule.state === 'ok' || rule.state === 'paused' ? 'RESOLVED' : 'FIRING',
      dedupKey: `grafana:${key}`,
      reportedSeverity: firstSeverity(tags.severity, tags.priority),
      labels: Object.entries(tags),
      occurredAt: null,
    },
    now,
  );
  return { input, groupKey: null, field: [] };
}

function matchesOf(matches: unknown): string {
  if (!Array.isArray(matches)) return '';
  return matches
    .map((match: unknown) => recordAt(match))
    .map(({ metric, value }) => `${textAt(metric) ?? 'value'}: ${textAt(value) ?? 'no data'}`)
    .join('\n');
}
