import { isRecord } from '../application/inputReader.ts';
import type { Bridge } from './bridge.ts';
import { fitSignal } from './fitSignal.ts';
import { firstTextAt, linesOf, paragraphs, recordAt, refused, textAt } from './read.ts';
import { severityOfWord } from './severityWords.ts';

const actions = ['trigger', 'acknowledge', 'resolve'];

/**
 * PagerDuty's Events API v2 (https://developer.pagerduty.com/docs/events-api-v2/overview), so that what speaks to PagerDuty speaks to this
 * server once its address is changed. The `routing_key` is the token where no header carries one. An acknowledgement changes nothing: who
 * has an incident in hand is said here, not by the tool.
 */
export const pagerdutyBridge: Bridge = {
  name: 'pagerduty',
  guide: {
    title: 'PagerDuty Events API v2',
    path: '/v2/enqueue',
    setup: `Point the tool at this server instead of https://events.pagerduty.com:
  {{url}}
with the token as routing (integration) key:
  {{token}}`,
    sample: {
      event_action: 'trigger',
      dedup_key: 'vigil-test',
      payload: {
        summary: 'Test event of the Events API',
        source: 'host1.example.com',
        severity: 'warning',
        component: 'checkout',
      },
    },
  },
  parse: (payload, _headers, now) => {
    if (!isRecord(payload)) return refused('An event of PagerDuty is an object', payload);
    const action = payload.event_action;
    if (typeof action !== 'string' || !actions.includes(action)) {
      return refused(`event_action is one of ${actions.join(', ')}`, action, ['event_action']);
    }
    const event = recordAt(payload.payload);
    const summary = textAt(event.summary);
    const dedupKey = textAt(payload.dedup_key);
    if (action === 'trigger' && summary === null) {
      return refused('payload.summary is a text', event.summary, ['payload', 'summary']);
    }
    if (action !== 'trigger' && dedupKey === null)
      return refused('dedup_key is a text', payload.dedup_key, ['dedup_key']);
    if (action === 'acknowledge') return { ok: true, signals: [] };
    const details = recordAt(event.custom_details);
    const input = fitSignal(
      {
        source: firstTextAt(payload.client) ?? 'pagerduty',
        service: [details.service, event.component, event.group, event.source, payload.client],
        title: [summary, dedupKey],
        description: paragraphs(typeof event.custom_details === 'string' ? event.custom_details : linesOf(details)),
        url: linkOf(payload.links) ?? payload.client_url,
        state: action === 'resolve' ? 'RESOLVED' : 'FIRING',
        dedupKey,
        reportedSeverity: severityOfWord(event.severity),
        labels: (['source', 'component', 'group', 'class'] as const).map(
          (name) => [`event_${name}`, event[name]] as const,
        ),
        occurredAt: event.timestamp,
      },
      now,
    );
    return { ok: true, signals: [{ input, groupKey: null, field: ['payload'] }] };
  },
};

function linkOf(links: unknown): unknown {
  return Array.isArray(links) ? recordAt(links[0]).href : undefined;
}
