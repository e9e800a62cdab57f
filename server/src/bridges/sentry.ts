import { isRecord } from '../application/inputReader.ts';
import type { Bridge, BridgeResult } from './bridge.ts';
import { fitSignal } from './fitSignal.ts';
import { firstTextAt, paragraphs, recordAt, refused, tagPairs, textAt } from './read.ts';
import { firstSeverity } from './severityWords.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Sentry's webhooks: issues, issue alerts and metric alerts of an integration
 * (https://docs.sentry.io/organization/integrations/integration-platform/webhooks/), and the older WebHooks plugin of a project. An issue
 * is one alert, however often its error happens.
 */
export const sentryBridge: Bridge = {
  name: 'sentry',
  guide: {
    title: 'Sentry',
    setup: `Settings → Developer Settings → New Internal Integration
  Webhook URL      {{urlWithToken}}
  Alert Rule Action  on;  Webhooks: issue
Older: project Settings → Legacy Integrations → WebHooks → Callback URLs: the same address.`,
    sample: {
      id: 'vigil-test',
      project: 'checkout',
      level: 'warning',
      culprit: 'pay in checkout.ts',
      message: 'Test error of Sentry',
      url: 'https://sentry.io/',
    },
  },
  parse: (payload, _headers, now) => {
    if (!isRecord(payload)) return refused('A webhook of Sentry is an object', payload);
    const data = recordAt(payload.data);
    if (isRecord(data.metric_alert)) return metricAlert(data, data.metric_alert, payload.action, now);
    if (isRecord(data.issue)) return issue(data.issue, payload.action, now);
    if (isRecord(data.event)) return event({ ...data.event, id: data.event.issue_id }, data.event, 'triggered', now);
    if (firstTextAt(payload.message, payload.culprit) !== null) {
      return event(payload, recordAt(payload.event), 'triggered', now);
    }
    return refused('A webhook of Sentry has data, or the message of an error', payload.data, ['data']);
  },
};

function event(head: Fields, body: Fields, action: string, now: Date): BridgeResult {
  const tags = tagPairs(body.tags);
  const id = firstTextAt(head.id, body.issue_id, body.event_id);
  const title = firstTextAt(body.title, head.message, body.message, head.culprit);
  return one(
    {
      id,
      project: firstTextAt(head.project_slug, head.project, body.project, head.project_name),
      title,
      description: paragraphs(head.message === title ? null : head.message, head.culprit ?? body.culprit),
      url: firstTextAt(head.url, body.web_url, body.issue_url, body.url),
      level: firstTextAt(head.level, body.level),
      at: body.timestamp ?? body.received,
      labels: [['environment', body.environment], ['logger', head.logger], ...tags],
      action,
    },
    now,
  );
}

function issue(given: Fields, action: unknown, now: Date): BridgeResult {
  const project = recordAt(given.project);
  const at = given.lastSeen;
  const labels: [string, unknown][] = [['short_id', given.shortId]];
  const url = firstTextAt(given.web_url, given.permalink);
  const { title, culprit, level } = given;
  const slug = firstTextAt(project.slug, project.name);
  return one(
    { id: textAt(given.id), project: slug, title, description: paragraphs(culprit), url, level, at, labels, action },
    now,
  );
}

function metricAlert(data: Fields, alert: Fields, action: unknown, now: Date): BridgeResult {
  const rule = recordAt(alert.alert_rule);
  const [project] = Array.isArray(alert.projects) ? alert.projects : [];
  return one(
    {
      id: `metric:${firstTextAt(rule.id, alert.id) ?? ''}`,
      project: firstTextAt(project, rule.name),
      title: firstTextAt(rule.name, alert.title, data.description_title),
      description: paragraphs(data.description_text),
      url: data.web_url,
      level: action,
      at: alert.date_detected,
      labels: [['aggregate', rule.aggregate]],
      action,
    },
    now,
  );
}

interface Found {
  readonly id: string | null;
  readonly project: string | null;
  readonly title: unknown;
  readonly description: string;
  readonly url: unknown;
  readonly level: unknown;
  readonly at: unknown;
  readonly labels: readonly (readonly [string, unknown])[];
  readonly action: unknown;
}

function one({ id, project, title, description, url, level, at, labels, action }: Found, now: Date): BridgeResult {
  const isOver = action === 'resolved' || action === 'archived' || action === 'ignored';
  const input = fitSignal(
    {
      source: 'sentry',
      service: [project, 'sentry'],
      title: [title],
      description,
      url,
      state: isOver ? 'RESOLVED' : 'FIRING',
      dedupKey: id === null ? null : `sentry:${id}`,
      reportedSeverity: firstSeverity(level),
      labels: [['project', project], ...labels],
      // What ends an issue happens now, whenever the issue was seen last.
      occurredAt: isOver ? null : at,
    },
    now,
  );
  return { ok: true, signals: [{ input, groupKey: null, field: [] }] };
}
