/**
 * A sketch's entries as bytes: of each the bucket, the count and the excess, as numbers of 7 bits a byte, the lowest first, the highest bit
 * set where more follow. Count and excess may be negative: 0, −1, 1, −2, … are 0, 1, 2, 3, …
 *
 * What is written one behind the other is the sum of both: a cell in the database grows by appending.
 */
export function encodeEntries(entries: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < entries.length; at += 3) {
    pushNumber(bytes, entries[at] ?? 0);
    pushNumber(bytes, zigZag(entries[at + 1] ?? 0));
    pushNumber(bytes, zigZag(entries[at + 2] ?? 0));
  }
  return new Uint8Array(bytes);
}

/** Pushes the entries that the bytes hold. Throws when they end within one. */
export function decodeEntries(bytes: Uint8Array, into: number[]): void {
  let value = 0;
  let factor = 1;
  let field = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    value += (byte & 0x7f) * factor;
    if (byte >= 0x80) {
      factor *= 128;
      continue;
    }
    into.push(field === 0 ? value : unZigZag(value));
    field = (field + 1) % 3;
    value = 0;
    factor = 1;
  }
  if (field !== 0 || factor !== 1) throw new Error('The bytes of a sketch end within an entry');
}

/** By arithmetic: the operators on bits know 32 of them. */
function pushNumber(bytes: number[], number: number): void {
  let rest = number;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

function zigZag(number: number): number {
  return number < 0 ? -2 * number - 1 : 2 * number;
}

function unZigZag(number: number): number {
  return number % 2 === 0 ? number / 2 : -(number + 1) / 2;
}
