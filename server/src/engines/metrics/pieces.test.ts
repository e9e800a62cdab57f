import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PieceKind, piecesOf } from './pieces.ts';

const hour = 3_600_000;
const day = 24 * hour;
const allKinds: PieceKind[] = ['DAY', 'HOUR', 'INCIDENT'];

describe('the pieces of buckets', () => {
  test('between UTC midnights are the days', () => {
    expect(piecesOf([0, day, 3 * day], allKinds)).toEqual([
      { kind: 'DAY', from: 0, to: day, effects: [{ bucket: 0, times: 1 }] },
      { kind: 'DAY', from: day, to: 3 * day, effects: [{ bucket: 1, times: 1 }] },
    ]);
  });

  test('in a zone behind UTC are days, and the hours that go over to the day before', () => {
    const boundaries = [5, 29, 53].map((hours) => hours * hour);
    expect(piecesOf(boundaries, allKinds)).toEqual([
      { kind: 'DAY', from: 0, to: day, effects: [{ bucket: 0, times: 1 }] },
      { kind: 'DAY', from: day, to: 2 * day, effects: [{ bucket: 1, times: 1 }] },
      { kind: 'HOUR', from: 0, to: 5 * hour, effects: [{ bucket: 0, times: -1 }] },
      {
        kind: 'HOUR',
        from: day,
        to: 29 * hour,
        effects: [
          { bucket: 0, times: 1 },
          { bucket: 1, times: -1 },
        ],
      },
      { kind: 'HOUR', from: 2 * day, to: 53 * hour, effects: [{ bucket: 1, times: 1 }] },
    ]);
  });

  test('of less than an hour are its incidents, however far the next midnight is', () => {
    expect(piecesOf([11 * hour + 1, 11 * hour + 9], allKinds)).toEqual([
      { kind: 'INCIDENT', from: 11 * hour + 1, to: 11 * hour + 9, effects: [{ bucket: 0, times: 1 }] },
    ]);
  });

  test('read incidents for at most half an hour at a boundary, and hour cells for at most twelve', () => {
    fc.assert(
      fc.property(boundariesOf(1_000 * day), (boundaries) => {
        for (const { kind, from, to } of piecesOf(boundaries, allKinds)) {
          const nearest = (ms: number) => Math.min(...boundaries.map((boundary) => Math.abs(boundary - ms)));
          if (kind === 'INCIDENT') expect(nearest((from + to) / 2)).toBeLessThanOrEqual(hour / 2);
          else expect([from % hour, to % hour]).toEqual([0, 0]);
          if (kind === 'HOUR') expect(nearest((from + to) / 2)).toBeLessThanOrEqual(12 * hour);
        }
      }),
    );
  });

  test('give every bucket exactly what happened in it, whatever the boundaries, and do not overlap', () => {
    const moments = fc.array(fc.integer({ min: 0, max: 10 * day }), { maxLength: 200 });
    const kinds = fc.constantFrom<PieceKind[]>(allKinds, ['HOUR', 'INCIDENT'], ['DAY', 'INCIDENT'], ['INCIDENT']);
    fc.assert(
      fc.property(boundariesOf(10 * day), moments, kinds, (boundaries, happened, used) => {
        const within = (from: number, to: number) => happened.filter((at) => at >= from && at < to).length;
        const counts = boundaries.slice(1).map(() => 0);
        const ends = new Map<PieceKind, number>();
        for (const { kind, from, to, effects } of piecesOf(boundaries, used)) {
          expect(from).toBeGreaterThanOrEqual(ends.get(kind) ?? 0);
          expect(to).toBeGreaterThan(from);
          ends.set(kind, to);
          for (const { bucket, times } of effects) counts[bucket] = (counts[bucket] ?? 0) + times * within(from, to);
        }
        expect(counts).toEqual(boundaries.slice(1).map((to, place) => within(boundaries[place] ?? 0, to)));
      }),
    );
  });
});

function boundariesOf(most: number): fc.Arbitrary<number[]> {
  const moment = fc.oneof(
    fc.integer({ min: 0, max: most }),
    fc.integer({ min: 0, max: most / hour }).map((hours) => hours * hour),
  );
  return fc.uniqueArray(moment, { minLength: 2, maxLength: 12 }).map((some) => some.sort((a, b) => a - b));
}
