import { isRecord } from '../application/inputReader.ts';
import type { SignalState } from '../domain/signal.ts';
import type { Bridge, BridgedSignal } from './bridge.ts';
import { fitSignal } from './fitSignal.ts';
import { firstTextAt, linesOf, paragraphs, recordAt, refused, refusedTooMany, tagPairs } from './read.ts';
import { firstSeverity } from './severityWords.ts';

/**
 * For tools without a bridge of their own: an object, or a list of them, whose fields have one of the names that tools give them. What is
 * not understood is kept in the description. GoAlert's generic API is among them (`summary`, `details`, `dedup`, `action: close`).
 */
export const genericBridge: Bridge = {
  name: 'generic',
  guide: {
    title: 'Anything that posts JSON',
    setup: `curl -X POST {{url}} \\
  -H 'Authorization: Bearer {{token}}' -H 'Content-Type: application/json' \\
  -d '{ "title": "Disk is full", "service": "web", "severity": "critical", "status": "firing", "id": "disk web-1" }'
Other names are understood as well: summary, message; host, app; priority, level; state; dedup, key;
description, details; url, link; labels, tags; timestamp, time.`,
    sample: { title: 'Test of the generic bridge', service: 'checkout', severity: 'warning', id: 'vigil-test' },
  },
  parse: (payload, _headers, now) => {
    if (Array.isArray(payload)) {
      const tooMany = refusedTooMany(payload);
      if (tooMany !== null) return tooMany;
      return { ok: true, signals: payload.map((one: unknown, index) => signalOf(one, [String(index)], now)) };
    }
    if (isRecord(payload)) return { ok: true, signals: [signalOf(payload, [], now)] };
    return refused('The generic bridge takes an object or a list of objects', payload);
  },
};

function signalOf(given: unknown, field: readonly string[], now: Date): BridgedSignal {
  if (!isRecord(given)) return { input: given, groupKey: null, field };
  const { title, summary, message, name, alert, subject, service, app, application, host, hostname, ...more } = given;
  const { severity, priority, level, status, state, action, close, description, details, text, ...rest } = more;
  const { url, link, id, dedup, dedup_key, dedupKey, key, labels, tags, timestamp, time, date, ...others } = rest;
  const headline = firstTextAt(title, summary, name, alert, subject, message);
  const words = [status, state, action, close === true ? 'close' : null];
  const input = fitSignal(
    {
      source: firstTextAt(others.source, others.tool) ?? 'generic',
      service: [service, app, application, host, hostname, recordAt(labels).service],
      title: [headline],
      description: paragraphs(description, details, text, message === headline ? null : message, linesOf(others)),
      url: url ?? link,
      state: words.some(isEnd) ? 'RESOLVED' : ('FIRING' satisfies SignalState),
      dedupKey: firstTextAt(dedupKey, dedup_key, dedup, key, id),
      reportedSeverity: firstSeverity(severity, priority, level),
      labels: [...Object.entries(recordAt(labels)), ...Object.entries(recordAt(tags)), ...tagPairs(tags)],
      occurredAt: timestamp ?? time ?? date,
    },
    now,
  );
  return { input, groupKey: null, field };
}

function isEnd(word: unknown): boolean {
  return (
    typeof word === 'string' && /^(resolved?|ok|closed?|recover(ed|y)|up|cleared?|normal|success)$/i.test(word.trim())
  );
}
