/**
 * PostgreSQL arrays as text. The client's own arrays cost three times as much: it asks of each element what it is. Here the column says so.
 * To be used as `${textArray(…)}::text::text[]`: a parameter that is text already is sent as it is.
 * @see https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO
 */

/** Any text, and null. Free of NUL and lone surrogates, which PostgreSQL refuses: see `cleanText`. */
export function textArray(values: readonly (string | null)[]): string {
  let elements = '';
  for (const value of values) elements += value === null ? ',NULL' : `,"${escaped(value)}"`;
  return `{${elements.slice(1)}}`;
}

/** Values whose text needs no quotes: numbers, booleans, UUIDs, words of an enumeration. */
export function plainArray(values: readonly (string | number | boolean | null)[]): string {
  let elements = '';
  for (const value of values) elements += value === null ? ',NULL' : `,${value}`;
  return `{${elements.slice(1)}}`;
}

/** Documents. JSON has no control characters outside of escapes, so JSON's own quoting is the array's. */
export function jsonArray(values: readonly unknown[]): string {
  let elements = '';
  for (const value of values) elements += value === null ? ',NULL' : `,${JSON.stringify(JSON.stringify(value))}`;
  return `{${elements.slice(1)}}`;
}

function escaped(value: string): string {
  return value.includes('\\') || value.includes('"') ? value.replace(/[\\"]/g, '\\$&') : value;
}
