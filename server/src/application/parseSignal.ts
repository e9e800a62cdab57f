import { severities } from '../domain/severity.ts';
import { type NewSignal, signalStates } from '../domain/signal.ts';
import type { UserError } from '../domain/userError.ts';
import { cleanLine } from './cleanText.ts';
import {
  type InputReader,
  openRecord,
  readFlag,
  readLine,
  readOneOf,
  readOptionalLine,
  readOptionalNumber,
  readOptionalText,
  refuse,
  shown,
} from './inputReader.ts';
import { parseMoment } from './moment.ts';
import { parseLabels, parseMetrics } from './parseReadings.ts';
import { signalBounds } from './signalBounds.ts';

export type ParsedSignal =
  | { readonly ok: true; readonly signal: NewSignal }
  | { readonly ok: false; readonly errors: readonly UserError[] };

const signalFields = new Set([
  'source',
  'service',
  'title',
  'description',
  'url',
  'state',
  'dedupKey',
  'idempotencyKey',
  'reportedSeverity',
  'confidence',
  'metrics',
  'labels',
  'occurredAt',
  'historical',
]);

/**
 * Checks and cleans one signal.
 *
 * `input` has the shape of SignalInput: coerced by GraphQL or raw JSON, so it may hold anything.
 * `field` is its path within the request, `now` the database's clock. `groupKey` is a bridge's.
 * By hand and not by a schema library: a request may bring a thousand. Never throws.
 */
export function parseSignal(
  input: unknown,
  field: readonly string[],
  now: Date,
  groupKey: string | null = null,
): ParsedSignal {
  const errors: UserError[] = [];
  const reader = openRecord(input, { base: field, list: null, index: 0, errors }, signalFields, 'The signal');
  if (reader === null) return { ok: false, errors };
  const signal: NewSignal = {
    source: readLine(reader, 'source', signalBounds.source),
    service: readLine(reader, 'service', signalBounds.service),
    title: readLine(reader, 'title', signalBounds.title),
    description: readOptionalText(reader, 'description', signalBounds.description),
    url: readUrl(reader),
    state: readOneOf(reader, 'state', signalStates) ?? 'FIRING',
    dedupKey: readOptionalLine(reader, 'dedupKey', signalBounds.key),
    groupKey:
      groupKey === null ? null : readOptionalLine({ ...reader, record: { groupKey } }, 'groupKey', signalBounds.key),
    idempotencyKey: readOptionalLine(reader, 'idempotencyKey', signalBounds.key),
    reportedSeverity: readOneOf(reader, 'reportedSeverity', severities),
    confidence: readConfidence(reader),
    metrics: parseMetrics(reader),
    labels: parseLabels(reader),
    occurredAt: readOccurredAt(reader, now),
    historical: readFlag(reader, 'historical'),
  };
  if (errors.length === 0) refuseTooMuchText(reader, signal);
  return errors.length === 0 ? { ok: true, signal } : { ok: false, errors };
}

function readUrl(reader: InputReader): string | null {
  const url = readOptionalLine(reader, 'url', signalBounds.url);
  if (url === null || (/^https?:\/\//i.test(url) && URL.canParse(url))) return url;
  refuse(reader, 'url', `url must be an address that begins with http:// or https://, but ${shown(url)} was given.`);
  return null;
}

function readConfidence(reader: InputReader): number | null {
  const confidence = readOptionalNumber(reader, 'confidence');
  if (confidence === null || (confidence >= 0 && confidence <= 1)) return confidence;
  refuse(reader, 'confidence', `confidence must be from 0 to 1, but ${shown(confidence)} was given.`);
  return null;
}

function readOccurredAt(reader: InputReader, now: Date): Date | null {
  const value = reader.record.occurredAt;
  if (value === undefined || value === null) return null;
  const moment = typeof value === 'string' ? parseMoment(cleanLine(value)) : value instanceof Date ? value : null;
  if (moment === null || Number.isNaN(moment.getTime())) {
    const example = '2026-11-23T08:15:00.250Z';
    refuse(reader, 'occurredAt', `occurredAt must be RFC 3339 such as ${example}, but ${shown(value)} was given.`);
    return null;
  }
  const latest = new Date(now.getTime() + signalBounds.futureMs);
  if (moment >= signalBounds.oldest && moment <= latest) return moment;
  const bounds = `${signalBounds.oldest.toISOString()} to 5 minutes from now (${latest.toISOString()})`;
  refuse(reader, 'occurredAt', `occurredAt must be from ${bounds}, but ${shown(value)} was given.`);
  return null;
}

function refuseTooMuchText(reader: InputReader, signal: NewSignal): void {
  // A UTF-16 unit is at most three bytes of UTF-8: most signals need no closer look.
  if (textSize(signal, lengthOf) * 3 <= signalBounds.textBytes) return;
  const bytes = textSize(signal, bytesOf);
  if (bytes <= signalBounds.textBytes) return;
  refuse(
    reader,
    null,
    `The texts of a signal may take ${signalBounds.textBytes} bytes together, but ${bytes} were given.`,
  );
}

function textSize(signal: NewSignal, sizeOf: (text: string | null) => number): number {
  let size = sizeOf(signal.source) + sizeOf(signal.service) + sizeOf(signal.title);
  size += sizeOf(signal.description) + sizeOf(signal.url);
  size += sizeOf(signal.dedupKey) + sizeOf(signal.groupKey) + sizeOf(signal.idempotencyKey);
  for (const { name, unit } of signal.metrics) size += sizeOf(name) + sizeOf(unit);
  for (const { name, value } of signal.labels) size += sizeOf(name) + sizeOf(value);
  return size;
}

function lengthOf(text: string | null): number {
  return text === null ? 0 : text.length;
}

function bytesOf(text: string | null): number {
  return text === null ? 0 : Buffer.byteLength(text, 'utf8');
}
