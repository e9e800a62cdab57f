/**
 * PostgreSQL arrays as text. The client's own arrays cost three times as much: it asks of each element what it is. Here the column says so.
 * To be used as `$1::text::text[]`: a parameter that is text already is sent as it is.
 *
 * A JSON array of strings is one, between other brackets: quotes and backslashes are escaped alike, and `null` is NULL.
 * @see https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO
 */

/** Any text, and null. Free of NUL and lone surrogates, which PostgreSQL refuses: see `cleanText`. */
export function textArray(values: readonly (string | null)[]): string {
  // What JSON escapes with a letter, PostgreSQL would take for that letter.
  return values.some(hasControls) ? `{${values.map(quoted).join(',')}}` : inBraces(values);
}

/** Values whose text needs no quotes: numbers, booleans, UUIDs, words of an enumeration. */
export function plainArray(values: readonly (string | number | boolean | null)[]): string {
  // A list joined by commas leaves null out.
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`;
}

/** Bytes, as hexadecimal digits behind a backslash, which stands twice within the array. */
export function byteArray(values: readonly Uint8Array[]): string {
  return `{${values.map((value) => `"\\\\x${hexOf(value)}"`).join(',')}}`;
}

const hexDigits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Mostly a few bytes: asking the buffer for them takes longer. */
function hexOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += hexDigits[byte];
  return text;
}

/** Documents. JSON has control characters only as escapes. */
export function jsonArray(values: readonly unknown[]): string {
  return inBraces(values.map((value) => (value === null ? null : JSON.stringify(value))));
}

function inBraces(texts: readonly (string | null)[]): string {
  return `{${JSON.stringify(texts).slice(1, -1)}}`;
}

function hasControls(value: string | null): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return value !== null && /[\u0000-\u001f]/.test(value);
}

function quoted(value: string | null): string {
  return value === null ? 'NULL' : `"${value.replace(/[\\"]/g, '\\$&')}"`;
}
