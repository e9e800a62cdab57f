import type { IncomingHttpHeaders } from 'node:http';
import { isRecord } from '../application/inputReader.ts';
import { percentDecoded } from '../domain/percentDecoded.ts';
import type { SignalState } from '../domain/signal.ts';
import type { Bridge, BridgedSignal } from './bridge.ts';
import { fitSignal } from './fitSignal.ts';
import { firstTextAt, linesOf, paragraphs, recordAt, refused, refusedTooMany, textAt } from './read.ts';
import { firstSeverity } from './severityWords.ts';

/**
 * CloudEvents 1.0 over HTTP (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md): structured, in
 * batches, and binary, whose attributes are headers. Source and id tell an event apart, so one that is sent twice counts once.
 */
export const cloudeventsBridge: Bridge = {
  name: 'cloudevents',
  guide: {
    title: 'CloudEvents',
    setup: `curl -X POST {{url}} \\
  -H 'Authorization: Bearer {{token}}' -H 'Content-Type: application/cloudevents+json' \\
  -d '{ "specversion": "1.0", "id": "1", "source": "/my/app", "type": "com.example.disk.full", "subject": "web-1",
        "data": { "title": "Disk is full", "service": "web", "severity": "critical", "state": "firing" } }'`,
    sample: {
      specversion: '1.0',
      id: 'vigil-test',
      source: '/vigil/test',
      type: 'com.example.test',
      subject: 'checkout',
      data: { title: 'Test event of CloudEvents', service: 'checkout', severity: 'warning' },
    },
  },
  parse: (payload, headers, now) => {
    if (textAt(headers['ce-specversion']) !== null) {
      return { ok: true, signals: [eventSignal({ ...attributesOf(headers), data: payload }, [], now)] };
    }
    if (Array.isArray(payload)) {
      const tooMany = refusedTooMany(payload);
      if (tooMany !== null) return tooMany;
      return {
        ok: true,
        signals: payload.map((event: unknown, index) => {
          const field = [String(index)];
          return isEvent(event) ? eventSignal(event, field, now) : { input: event, groupKey: null, field };
        }),
      };
    }
    if (isEvent(payload)) return { ok: true, signals: [eventSignal(payload, [], now)] };
    return refused('A CloudEvent has specversion, id, source and type', payload);
  },
};

function isEvent(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && [value.specversion, value.source, value.type].every((text) => textAt(text) !== null);
}

/** What is not ASCII, and spaces, come percent-encoded. */
function attributesOf(headers: IncomingHttpHeaders): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      name.startsWith('ce-') && typeof value === 'string' ? [[name.slice(3), percentDecoded(value)]] : [],
    ),
  );
}

function eventSignal(event: Record<string, unknown>, field: readonly string[], now: Date): BridgedSignal {
  const data = recordAt(event.data);
  const [source, type, subject, id] = [event.source, event.type, event.subject, event.id].map(textAt);
  const input = fitSignal(
    {
      source: source ?? 'cloudevents',
      service: [data.service, subject, source],
      title: [data.title, data.summary, data.message, type],
      description: paragraphs(data.description, typeof event.data === 'string' ? event.data : null) || linesOf(data),
      url: firstTextAt(data.url, data.link),
      state: stateOf(data.state ?? data.status),
      dedupKey: firstTextAt(data.dedupKey, data.dedup_key) ?? [source, type, subject].join(' '),
      reportedSeverity: firstSeverity(data.severity, data.level, data.priority),
      labels: [['event_type', type], ['event_subject', subject], ...Object.entries(recordAt(data.labels))],
      occurredAt: event.time,
      idempotencyKey: id === null ? null : `cloudevents ${source} ${id}`,
    },
    now,
  );
  return { input, groupKey: null, field };
}

function stateOf(state: unknown): SignalState {
  return typeof state === 'string' && /^(resolved|ok|closed|recovered)$/i.test(state.trim()) ? 'RESOLVED' : 'FIRING';
}
