import { isRecord } from '../application/inputReader.ts';
import type { SignalState } from '../domain/signal.ts';
import type { Bridge, BridgedSignal, BridgeResult } from './bridge.ts';
import { fitKey, fitSignal } from './fitSignal.ts';
import { labelFingerprint } from './labelFingerprint.ts';
import { refused, refusedTooMany } from './read.ts';
import { severityOfWord } from './severityWords.ts';

/**
 * Webhooks of Prometheus Alertmanager, version 4 and what older ones and imitations make of it
 * (https://prometheus.io/docs/alerting/latest/configuration/#webhook_config). Every alert is a signal of its own; its fingerprint is the
 * dedup key and the notification's group key the group.
 *
 * There is no idempotency key: Alertmanager repeats a group every `repeat_interval` with the same contents, and a repetition is a sign of
 * life that must count as heard. What it sends twice because an answer was lost only raises the alert's count by one.
 */
export const alertmanagerBridge: Bridge = {
  name: 'alertmanager',
  guide: {
    title: 'Prometheus Alertmanager',
    setup: `# alertmanager.yml
receivers:
  - name: vigil
    webhook_configs:
      - url: {{url}}
        send_resolved: true
        http_config:
          authorization: { credentials: {{token}} }
route:
  receiver: vigil`,
    sample: {
      version: '4',
      status: 'firing',
      groupKey: '{}:{alertname="TestAlert"}',
      alerts: [
        {
          status: 'firing',
          labels: { alertname: 'TestAlert', service: 'checkout', severity: 'warning' },
          annotations: { summary: 'Test alert of Alertmanager' },
          generatorURL: 'http://prometheus.example/graph?g0.expr=up',
        },
      ],
    },
  },
  parse: (payload, _headers, now) =>
    isRecord(payload)
      ? parseAlerts(payload, 'alertmanager', now)
      : refused('An Alertmanager webhook is an object', payload),
};

/** The alerts of a webhook as Alertmanager, and others in its form, send them. */
export function parseAlerts(payload: Record<string, unknown>, source: string, now: Date): BridgeResult {
  const { alerts } = payload;
  if (!Array.isArray(alerts)) return refused('An Alertmanager webhook has a list of alerts', alerts, ['alerts']);
  const tooMany = refusedTooMany(alerts, ['alerts']);
  if (tooMany !== null) return tooMany;
  const groupKey = groupKeyOf(payload.groupKey, source);
  return {
    ok: true,
    signals: alerts.map((alert: unknown, index): BridgedSignal => {
      const field = ['alerts', String(index)];
      return isRecord(alert)
        ? { input: signalOf(alert, payload.status, source, now), groupKey, field }
        : { input: alert, groupKey, field };
    }),
  };
}

function signalOf(alert: Record<string, unknown>, groupStatus: unknown, source: string, now: Date) {
  const labels = isRecord(alert.labels) ? alert.labels : {};
  const annotations = isRecord(alert.annotations) ? alert.annotations : {};
  const state = stateOf(alert.status) ?? stateOf(groupStatus) ?? 'FIRING';
  return fitSignal(
    {
      source,
      service: [labels.service, labels.service_name, labels.app, labels.job, labels.namespace, labels.alertname],
      title: [annotations.summary, annotations.title, labels.alertname],
      description: describe(annotations),
      url: alert.generatorURL,
      state,
      dedupKey: fingerprintOf(alert.fingerprint, labels),
      reportedSeverity: severityOfWord(labels.severity),
      labels: Object.entries(labels),
      // A firing alert's endsAt is the zero date, or a guess at when it will be over.
      occurredAt: state === 'FIRING' ? alert.startsAt : alert.endsAt,
    },
    now,
  );
}

function stateOf(status: unknown): SignalState | null {
  if (status === 'firing') return 'FIRING';
  return status === 'resolved' ? 'RESOLVED' : null;
}

/** The description, then what else the rule's author wrote, such as the runbook's address. */
function describe(annotations: Record<string, unknown>): string {
  const { summary: _summary, title: _title, description, message, ...others } = annotations;
  const paragraphs = [description, message].filter((text) => typeof text === 'string' && text.trim() !== '');
  const lines = Object.entries(others)
    .filter(([, text]) => typeof text === 'string' && text.trim() !== '')
    .map(([name, text]) => `${name}: ${text}`);
  return [...paragraphs, ...(lines.length > 0 ? [lines.join('\n')] : [])].join('\n\n');
}

function fingerprintOf(fingerprint: unknown, labels: Record<string, unknown>): string | null {
  if (typeof fingerprint === 'string' && fingerprint.trim() !== '') return fingerprint;
  const pairs = Object.entries(labels).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  // Without labels all such alerts would be one: the policy's hash of service and title tells more.
  return pairs.length === 0 ? null : labelFingerprint(pairs);
}

/** The key is a text since version 4, and was a number in version 3. Marked, so that it is never taken for a group of the policy's. */
function groupKeyOf(groupKey: unknown, source: string): string | null {
  if (typeof groupKey !== 'string' && typeof groupKey !== 'number') return null;
  const key = String(groupKey).trim();
  return key === '' ? null : fitKey(`${source}:${key}`);
}
