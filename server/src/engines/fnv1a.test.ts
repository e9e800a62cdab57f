import { expect, test } from 'vitest';
import { fnv1a128 } from './fnv1a.ts';

// The published test vectors of FNV-1a, 128 bits.
test.each([
  ['', '6c62272e07bb014262b821756295c58d'],
  ['a', 'd228cb696f1a8caf78912b704e4a8964'],
  ['foobar', '343e1662793c64bf6f0d3597ba446f18'],
])('the hash of %j is as published', (text, hash) => {
  expect(fnv1a128(text)).toBe(hash);
});

test('text beyond ASCII has hashes of its own', () => {
  const hashes = ['ł', '\u0001A', 'A\u0001', '🔥', '\ud83d'].map(fnv1a128);
  expect(new Set(hashes).size).toBe(hashes.length);
});
