import { createHash } from 'node:crypto';
import { cleanLine, cleanText, shortenText } from '../application/cleanText.ts';
import { parseMoment } from '../application/moment.ts';
import { signalBounds } from '../application/signalBounds.ts';
import type { Severity } from '../domain/severity.ts';
import type { Label, SignalState } from '../domain/signal.ts';

/** What a bridge found in a payload: texts of any length, values of any kind. */
interface SignalDraft {
  readonly source: string;
  /** The first that is a text with something in it counts. */
  readonly service: readonly unknown[];
  readonly title: readonly unknown[];
  readonly description: string;
  readonly url: unknown;
  readonly state: SignalState;
  readonly dedupKey: string | null;
  readonly reportedSeverity: Severity | null;
  readonly labels: Iterable<readonly [name: string, value: unknown]>;
  /** RFC 3339, also with `+0000`; or seconds or milliseconds since 1970. */
  readonly occurredAt: unknown;
  /** What the tool would repeat when an answer was lost, and only then. */
  readonly idempotencyKey?: string | null;
}

/**
 * Makes a draft fit the bounds of a signal: no alert is refused because one of its texts is long or its clock is off. Long texts end in
 * an ellipsis, of too many labels the first are kept, and what is no address or no moment within the bounds is left out.
 */
export function fitSignal(draft: SignalDraft, now: Date) {
  const service = firstText(draft.service) ?? 'unknown';
  const fitted = (descriptionMax: number, labelMax: number) => ({
    source: shortenText(firstText([draft.source]) ?? 'unknown', signalBounds.source),
    service: shortenText(service, signalBounds.service),
    title: shortenText(firstText(draft.title) ?? `Alert of ${service}`, signalBounds.title),
    description: shortenText(cleanText(draft.description), descriptionMax),
    url: fitUrl(draft.url),
    state: draft.state,
    dedupKey: fitKey(draft.dedupKey),
    reportedSeverity: draft.reportedSeverity,
    labels: fitLabels(draft.labels, labelMax),
    occurredAt: fitMoment(draft.occurredAt, now),
    idempotencyKey: fitKey(draft.idempotencyKey ?? null),
  });
  const signal = fitted(signalBounds.description, signalBounds.labelValue);
  // Names and values in a script of several bytes a character may pass the bound for all texts together.
  const bytes = Buffer.byteLength(JSON.stringify(signal), 'utf8');
  return bytes <= signalBounds.textBytes ? signal : fitted(1_000, 100);
}

/** A key as it is; one that is too long keeps its beginning and becomes unique again by its hash. */
export function fitKey(key: string | null): string | null {
  if (key === null) return null;
  const line = cleanLine(key);
  if (line === '') return null;
  if (line.length <= signalBounds.key) return line;
  const hash = createHash('sha256').update(line).digest('hex').slice(0, 32);
  return `${shortenText(line, signalBounds.key - hash.length)}${hash}`;
}

function firstText(candidates: readonly unknown[]): string | null {
  for (const candidate of candidates) {
    if (typeof candidate !== 'string') continue;
    const line = cleanLine(candidate);
    if (line !== '') return line;
  }
  return null;
}

function fitUrl(url: unknown): string | null {
  if (typeof url !== 'string' || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  return url.length <= signalBounds.url ? url : null;
}

function fitLabels(labels: SignalDraft['labels'], max: number): Label[] {
  const kept = new Map<string, string>();
  for (const [rawName, rawValue] of labels) {
    if (kept.size >= signalBounds.labels) break;
    const name = shortenText(cleanLine(rawName), Math.min(max, signalBounds.labelName));
    if (name === '' || kept.has(name)) continue;
    if (typeof rawValue !== 'string' && typeof rawValue !== 'number' && typeof rawValue !== 'boolean') continue;
    kept.set(name, shortenText(cleanText(String(rawValue)), max));
  }
  return Array.from(kept, ([name, value]) => ({ name, value }));
}

function fitMoment(value: unknown, now: Date): Date | null {
  const moment = momentOf(value);
  if (moment === null || moment < signalBounds.oldest) return null;
  return moment.getTime() <= now.getTime() + signalBounds.futureMs ? moment : null;
}

/** Later than the year 5138 in seconds, and 1973 in milliseconds. */
const leastMilliseconds = 1e11;

function momentOf(value: unknown): Date | null {
  if (typeof value === 'string') {
    if (/^\d{9,14}$/.test(value.trim())) return momentOf(Number(value));
    return parseMoment(value.trim().replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  }
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return null;
  const moment = new Date(value < leastMilliseconds ? value * 1000 : value);
  return Number.isNaN(moment.getTime()) ? null : moment;
}
