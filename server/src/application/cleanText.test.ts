import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanLine, cleanText, countCharacters, shortenText } from './cleanText.ts';

const text = fc.string({ unit: 'binary' });

test('cleaning twice changes nothing, and leaves what Postgres takes', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(cleanLine, cleanText), (given, clean) => {
      const once = clean(given);
      expect(clean(once)).toBe(once);
      expect(once).not.toMatch(/\0/);
      expect(Buffer.from(once, 'utf8').toString('utf8')).toBe(once);
    }),
  );
});

test('a shortened text keeps its beginning, whole characters and the bound', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 20 }), (given, max) => {
      const whole = cleanText(given);
      const short = shortenText(whole, max);
      expect(countCharacters(short)).toBeLessThanOrEqual(max);
      if (short !== whole) expect(whole.startsWith(short.slice(0, -1))).toBe(true);
      expect(cleanText(short)).toBe(short);
    }),
  );
  expect(shortenText('🔥🔥🔥', 2)).toBe('🔥…');
  expect(shortenText('🔥🔥', 2)).toBe('🔥🔥');
});
