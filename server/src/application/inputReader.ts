import type { UserError } from '../domain/userError.ts';
import { cleanLine, cleanText, countCharacters, shortenText } from './cleanText.ts';

/** Where a value is within a request: at `base`, or the entry `index` of the list `list` in it. Put together only when something is wrong. */
export interface InputPlace {
  readonly base: readonly string[];
  readonly list: string | null;
  readonly index: number;
  /** Where to put what is wrong. */
  readonly errors: UserError[];
}

/** An object of an input that is being read. */
export interface InputReader extends InputPlace {
  readonly record: Readonly<Record<string, unknown>>;
}

/** More than these about one signal help nobody. */
const maxErrors = 20;

export function refuse(place: InputPlace, name: string | null, message: string): void {
  const { base, list, index, errors } = place;
  if (errors.length >= maxErrors) return;
  const path = list === null ? base : [...base, list, String(index)];
  errors.push({ code: 'INVALID', message, field: name === null ? path : [...path, name] });
}

/** What was given, short enough for a message. */
export function shown(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(shortenText(cleanLine(value.slice(0, 200)), 40));
    case 'object':
      if (value === null) return 'null';
      if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid date' : value.toISOString();
      return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
    case 'undefined':
      return 'nothing';
    default:
      return shortenText(String(value), 40);
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Opens an object; null, with the reason reported, when it is none. Fields that are not known are reported. */
export function openRecord(
  value: unknown,
  place: InputPlace,
  known: ReadonlySet<string>,
  what: string,
): InputReader | null {
  if (!isRecord(value)) {
    refuse(place, null, `${what} must be an object, but ${shown(value)} was given.`);
    return null;
  }
  for (const name in value) {
    if (known.has(name) || !Object.hasOwn(value, name)) continue;
    refuse(place, shortenText(cleanLine(name), 100), `${what} has no field ${shown(name)}.`);
  }
  return { record: value, base: place.base, list: place.list, index: place.index, errors: place.errors };
}

/** A name, title or key that must be there: one line of 1 to `max` characters. Empty when it was refused. */
export function readLine(reader: InputReader, name: string, max: number): string {
  const value = reader.record[name];
  if (typeof value !== 'string') {
    refuse(reader, name, `${name} must be a text of 1 to ${max} characters, but ${shown(value)} was given.`);
    return '';
  }
  const line = cleanLine(value);
  if (line === '') refuse(reader, name, `${name} must have 1 to ${max} characters, but ${shown(value)} was given.`);
  return refuseLonger(reader, name, line, max) ? '' : line;
}

/** One line of at most `max` characters; null when it is not given, or blank. */
export function readOptionalLine(reader: InputReader, name: string, max: number): string | null {
  return readOptional(reader, name, max, cleanLine);
}

/** Free text of at most `max` characters; null when it is not given, or blank. */
export function readOptionalText(reader: InputReader, name: string, max: number): string | null {
  return readOptional(reader, name, max, cleanText);
}

function readOptional(reader: InputReader, name: string, max: number, clean: typeof cleanLine): string | null {
  const value = reader.record[name];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') {
    refuse(reader, name, `${name} must be a text of at most ${max} characters, but ${shown(value)} was given.`);
    return null;
  }
  const text = clean(value);
  if (text.trim() === '' || refuseLonger(reader, name, text, max)) return null;
  return text;
}

/** Free text that must be there but may be empty: at most `max` characters. */
export function readText(reader: InputReader, name: string, max: number): string {
  const value = reader.record[name];
  if (typeof value !== 'string') {
    refuse(reader, name, `${name} must be a text of at most ${max} characters, but ${shown(value)} was given.`);
    return '';
  }
  const text = cleanText(value);
  return refuseLonger(reader, name, text, max) ? '' : text;
}

function refuseLonger(reader: InputReader, name: string, text: string, max: number): boolean {
  if (text.length <= max) return false;
  const count = countCharacters(text);
  if (count <= max) return false;
  refuse(reader, name, `${name} must have at most ${max} characters, but ${count} were given: ${shown(text)}.`);
  return true;
}

/** A finite number; null when it was refused. */
export function readNumber(reader: InputReader, name: string): number | null {
  const value = reader.record[name];
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  refuse(reader, name, `${name} must be a finite number, but ${shown(value)} was given.`);
  return null;
}

export function readOptionalNumber(reader: InputReader, name: string): number | null {
  const value = reader.record[name];
  return value === undefined || value === null ? null : readNumber(reader, name);
}

/** One of a list of words; null when it is not given. */
export function readOneOf<Word extends string>(reader: InputReader, name: string, words: readonly Word[]): Word | null {
  const value = reader.record[name];
  if (value === undefined || value === null) return null;
  const word = words.find((candidate) => candidate === value);
  if (word !== undefined) return word;
  refuse(reader, name, `${name} must be one of ${words.join(', ')}, but ${shown(value)} was given.`);
  return null;
}

/** False when it is not given. */
export function readFlag(reader: InputReader, name: string): boolean {
  const value = reader.record[name];
  if (typeof value === 'boolean') return value;
  if (value !== undefined && value !== null) {
    refuse(reader, name, `${name} must be true or false, but ${shown(value)} was given.`);
  }
  return false;
}
