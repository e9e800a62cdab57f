import { isRecord, shown } from '../application/inputReader.ts';
import type { BridgeResult } from './bridge.ts';

type Fields = Readonly<Record<string, unknown>>;

const nothing: Fields = {};

/** An object of a payload; an empty one for anything else, so that what is missing reads as missing. */
export function recordAt(value: unknown): Fields {
  return isRecord(value) ? value : nothing;
}

/** A text with something in it, or a number as text; null for anything else. */
export function textAt(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** The first that is a text with something in it, or a number. */
export function firstTextAt(...candidates: readonly unknown[]): string | null {
  for (const candidate of candidates) {
    const text = textAt(candidate);
    if (text !== null) return text;
  }
  return null;
}

/** Paragraphs of those that are texts. */
export function paragraphs(...parts: readonly unknown[]): string {
  return parts.flatMap((part) => textAt(part) ?? []).join('\n\n');
}

/** `name: value` a line, of what is text, number or truth. */
export function linesOf(fields: Fields): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => {
      const text = typeof value === 'boolean' ? String(value) : textAt(value);
      return text === null ? [] : [`${name}: ${text}`];
    })
    .join('\n');
}

/** Tags as `a:b,c` or a list of them: a tag without a value is its own label. */
export function tagPairs(tags: unknown): [name: string, value: string][] {
  const list = typeof tags === 'string' ? tags.split(',') : Array.isArray(tags) ? tags : [];
  return list.flatMap((tag: unknown): [string, string][] => {
    if (Array.isArray(tag)) {
      const [name, value] = tag.map(textAt);
      return name == null || value == null ? [] : [[name, value]];
    }
    const text = textAt(tag)?.trim();
    if (text === undefined) return [];
    const at = text.indexOf(':');
    return at > 0 ? [[text.slice(0, at), text.slice(at + 1)]] : [[text, 'true']];
  });
}

/** The payload is not the tool's at all. `what` says what it would be. */
export function refused(what: string, given: unknown, field: readonly string[] = []): BridgeResult {
  const message = `${what}, but ${shown(given)} was given.`;
  return { ok: false, errors: [{ code: 'INVALID', message, field: [...field] }] };
}

/** Bodies as large as may be hold fewer alerts of any real tool; of empty ones they could hold a hundred times as many. */
const mostSignals = 20_000;

/** Refuses a list of more than a payload may bring: its parts are all read before the first is stored. Null when it is short enough. */
export function refusedTooMany(list: readonly unknown[], field: readonly string[] = []): BridgeResult | null {
  if (list.length <= mostSignals) return null;
  const message = `A request may bring ${mostSignals} signals, but ${list.length} were given.`;
  return { ok: false, errors: [{ code: 'INVALID', message, field: [...field] }] };
}
