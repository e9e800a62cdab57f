import { isRecord, shown } from '../../application/inputReader.ts';
import { parseMoment } from '../../application/moment.ts';

/** A reading that cannot be taken; names the field. */
export interface ReadingFault {
  readonly error: string;
  readonly field: string;
}

const metrics = [
  { name: 'cpu_percent', unit: '%' },
  { name: 'rss_MB', unit: 'MB' },
  { name: 'stack_latency_ms', unit: 'ms' },
] as const;

/**
 * Makes a signal of the earlier system's reading: three metrics and `final_score`, the confidence. `timestamp` (seconds since the epoch, or
 * RFC 3339) and `service` may be given; what else it sends, such as its models' single scores, is left alone.
 */
export function signalOfReading(body: unknown): { readonly input: object } | ReadingFault {
  if (!isRecord(body)) return fault('body', `The body must be a JSON object, but ${shown(body)} was given.`);
  const readings = [];
  for (const metric of metrics) {
    const value = body[metric.name];
    if (!isNumber(value))
      return fault(metric.name, `${metric.name} must be a finite number, but ${shown(value)} was given.`);
    readings.push({ ...metric, value });
  }
  const { final_score: score, timestamp, service } = body;
  if (!isNumber(score) || score < 0 || score > 1) {
    return fault('final_score', `final_score must be a number from 0 to 1, but ${shown(score)} was given.`);
  }
  const occurredAt = momentOf(timestamp);
  if (occurredAt === undefined) {
    const expected = 'timestamp must be seconds since the epoch or RFC 3339';
    return fault('timestamp', `${expected}, but ${shown(timestamp)} was given.`);
  }
  return {
    input: {
      source: 'rest',
      service: service ?? 'server',
      title: 'Server reading',
      confidence: score,
      metrics: readings,
      occurredAt,
    },
  };
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** Null when it is not given, undefined when it is no moment. */
function momentOf(timestamp: unknown): Date | null | undefined {
  if (timestamp === undefined || timestamp === null) return null;
  if (typeof timestamp === 'string') return parseMoment(timestamp) ?? undefined;
  if (!isNumber(timestamp)) return undefined;
  const moment = new Date(timestamp * 1_000);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

function fault(field: string, error: string): ReadingFault {
  return { error, field };
}

/** The earlier route's name of a signal's field. */
export function fieldOfReading(field: string | undefined): string {
  return field === 'occurredAt' ? 'timestamp' : (field ?? 'body');
}
