import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addFigures, countNames, type DurationName, durationNames, emptyFigures, type Figures } from './figures.ts';
import { emptyCounts, encodedFigures, sumOfFigures } from './lazyFigures.ts';

const told = ({ counts, sketches }: Figures) => [
  countNames.map((name) => counts[name]),
  durationNames.map((name) => [...sketches[name].encoded()]),
];

/** Figures with some durations and counts of their own. */
const figures = fc
  .record({ ms: fc.array(fc.tuple(fc.nat(4), fc.nat(1_000_000)), { maxLength: 20 }), opened: fc.nat(50) })
  .map(({ ms, opened }) => {
    const made = emptyFigures();
    made.counts.opened = opened;
    for (const [place, value] of ms) made.sketches[durationNames[place] ?? 'respond'].add(value);
    return made;
  });

/** The same as it comes from the database. */
function encoded(of: Figures): Figures {
  const sketches = durationNames.map((name) => of.sketches[name].encoded());
  const places = {} as Record<DurationName, readonly [number, number]>;
  let from = 0;
  for (const [place, name] of durationNames.entries()) {
    const to = from + (sketches[place]?.length ?? 0);
    places[name] = [from, to];
    from = to;
  }
  return encodedFigures(Object.assign(emptyCounts(), of.counts), Buffer.concat(sketches), places);
}

test('encoded figures are what they were', () => {
  fc.assert(
    fc.property(figures, (of) => {
      expect(told(encoded(of))).toEqual(told(of));
    }),
  );
});

test('a sum of figures, encoded ones and sums among them, is the same as adding them and taking them away', () => {
  const part = fc.tuple(figures, fc.constantFrom<1 | -1>(1, -1), fc.boolean());
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), fc.constantFrom<1 | -1>(1, -1), (parts, outer) => {
      const expected = emptyFigures();
      for (const [of, times] of parts) addFigures(expected, of, times === outer ? 1 : -1);
      const inner = sumOfFigures(parts.map(([of, times, isEncoded]) => [isEncoded ? encoded(of) : of, times]));
      expect(told(sumOfFigures([[inner, outer]]))).toEqual(told(expected));
    }),
  );
});

test('a sketch that was asked for stays', () => {
  const sum = sumOfFigures([[emptyFigures(), 1]]);
  expect(sum.sketches.respond).toBe(sum.sketches.respond);
});
