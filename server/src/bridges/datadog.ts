import { isRecord } from '../application/inputReader.ts';
import type { Bridge } from './bridge.ts';
import { fitSignal } from './fitSignal.ts';
import { firstTextAt, paragraphs, refused, tagPairs, textAt } from './read.ts';
import { firstSeverity } from './severityWords.ts';

/**
 * Datadog's webhooks integration (https://docs.datadoghq.com/integrations/webhooks/). Their body is a template of the user's: the guide has
 * one, and the variables' usual names are understood too.
 */
export const datadogBridge: Bridge = {
  name: 'datadog',
  guide: {
    title: 'Datadog',
    setup: `Integrations → Webhooks → New
  Name            vigil
  URL             {{url}}
  Custom headers  {"Authorization": "Bearer {{token}}"}
  Payload         {"alert_id": "$ALERT_ID", "scope": "$ALERT_SCOPE", "title": "$EVENT_TITLE", "message": "$EVENT_MSG",
                   "transition": "$ALERT_TRANSITION", "priority": "$ALERT_PRIORITY", "alert_type": "$ALERT_TYPE",
                   "hostname": "$HOSTNAME", "tags": "$TAGS", "url": "$LINK", "date": "$DATE"}
Then name @webhook-vigil in a monitor's message, for alerts and recoveries.`,
    sample: {
      alert_id: 'vigil-test',
      scope: 'service:checkout',
      title: '[Triggered] Test alert of Datadog',
      transition: 'Triggered',
      priority: 'P3',
      tags: 'service:checkout,env:test',
    },
  },
  parse: (payload, _headers, now) => {
    if (!isRecord(payload)) return refused('A webhook of Datadog is an object', payload);
    const title = firstTextAt(payload.title, payload.event_title, payload.alert_title);
    if (title === null) return refused('A webhook of Datadog has a title', payload.title, ['title']);
    const tags = tagPairs(payload.tags);
    const tagOf = (name: string) => tags.find(([key]) => key === name)?.[1];
    const monitor = firstTextAt(payload.alert_id, payload.monitor_id, payload.id);
    const scope = firstTextAt(payload.scope, payload.scopes, payload.alert_scope) ?? '';
    const input = fitSignal(
      {
        source: 'datadog',
        service: [tagOf('service'), payload.service, payload.hostname, payload.host, tagOf('host'), scope],
        title: [withoutState(title), title],
        description: paragraphs(payload.message ?? payload.body, payload.query),
        url: payload.url ?? payload.link,
        state: isOver(payload, title) ? 'RESOLVED' : 'FIRING',
        dedupKey: textAt(payload.aggreg_key) ?? (monitor === null ? null : `datadog:${monitor}:${scope}`),
        reportedSeverity: firstSeverity(tagOf('severity'), payload.priority, payload.alert_type),
        labels: [...tags, ['scope', scope], ['monitor', monitor]],
        occurredAt: payload.date ?? payload.last_updated,
      },
      now,
    );
    return { ok: true, signals: [{ input, groupKey: null, field: [] }] };
  },
};

function isOver(payload: Record<string, unknown>, title: string): boolean {
  const transition = textAt(payload.transition ?? payload.alert_transition);
  if (transition !== null) return /recovered/i.test(transition);
  return payload.alert_type === 'success' || /^\[recovered/i.test(title);
}

/** `[Triggered on {host:a}] Disk is full` and `[Recovered] Disk is full` are the same thing. */
function withoutState(title: string): string {
  return title.replace(/^(\[[^\]]{0,200}\]\s*)+/, '');
}
