import { isRecord, shown } from '../application/inputReader.ts';
import type { Severity } from '../domain/severity.ts';
import type { SignalState } from '../domain/signal.ts';
import type { UserError } from '../domain/userError.ts';
import type { Bridge, BridgedSignal } from './bridge.ts';
import { fitKey, fitSignal } from './fitSignal.ts';
import { labelFingerprint } from './labelFingerprint.ts';

const source = 'alertmanager';

/** By the `severity` label, as the world's rules write it. */
const severityOf = new Map<string, Severity>([
  ...words('CRITICAL', 'critical crit page emergency fatal'),
  ...words('HIGH', 'error err high major'),
  ...words('MEDIUM', 'warning warn medium minor'),
  ...words('LOW', 'info informational information notice low none debug'),
]);

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
  parse: (payload, _headers, now) => {
    if (!isRecord(payload))
      return refused(`An Alertmanager webhook is an object, but ${shown(payload)} was given.`, []);
    const { alerts } = payload;
    if (!Array.isArray(alerts)) {
      return refused(`An Alertmanager webhook has a list of alerts, but ${shown(alerts)} was given.`, ['alerts']);
    }
    const groupKey = groupKeyOf(payload.groupKey);
    return {
      ok: true,
      signals: alerts.map((alert: unknown, index): BridgedSignal => {
        const field = ['alerts', String(index)];
        return isRecord(alert)
          ? { input: signalOf(alert, payload.status, now), groupKey, field }
          : { input: alert, groupKey, field };
      }),
    };
  },
};

function signalOf(alert: Record<string, unknown>, groupStatus: unknown, now: Date) {
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
      reportedSeverity: severityFrom(labels.severity),
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

function severityFrom(label: unknown): Severity | null {
  return typeof label === 'string' ? (severityOf.get(label.trim().toLowerCase()) ?? null) : null;
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
function groupKeyOf(groupKey: unknown): string | null {
  if (typeof groupKey !== 'string' && typeof groupKey !== 'number') return null;
  const key = String(groupKey).trim();
  return key === '' ? null : fitKey(`${source}:${key}`);
}

function words(severity: Severity, list: string): [string, Severity][] {
  return list.split(' ').map((word) => [word, severity]);
}

function refused(message: string, field: string[]): { ok: false; errors: UserError[] } {
  return { ok: false, errors: [{ code: 'INVALID', message, field }] };
}
