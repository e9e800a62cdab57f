import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PieceKind, piecesOf } from './pieces.ts';

const hour = 3_600_000;
const day = 24 * hour;

describe('the pieces of buckets', () => {
  test('between UTC midnights are the days', () => {
    expect(piecesOf([0, day, 3 * day], 'DAY')).toEqual([
      { kind: 'DAY', from: 0, to: day, effects: [{ bucket: 0, sign: 1 }] },
      { kind: 'DAY', from: day, to: 3 * day, effects: [{ bucket: 1, sign: 1 }] },
    ]);
  });

  test('in a zone behind UTC are days, and the hours that go over to the day before', () => {
    const boundaries = [5, 29, 53].map((hours) => hours * hour);
    expect(piecesOf(boundaries, 'DAY')).toEqual([
      { kind: 'DAY', from: 0, to: day, effects: [{ bucket: 0, sign: 1 }] },
      { kind: 'HOUR', from: 0, to: 5 * hour, effects: [{ bucket: 0, sign: -1 }] },
      {
        kind: 'HOUR',
        from: day,
        to: 29 * hour,
        effects: [
          { bucket: 0, sign: 1 },
          { bucket: 1, sign: -1 },
        ],
      },
      { kind: 'DAY', from: day, to: 2 * day, effects: [{ bucket: 1, sign: 1 }] },
      { kind: 'HOUR', from: 2 * day, to: 53 * hour, effects: [{ bucket: 1, sign: 1 }] },
    ]);
  });

  test('read incidents for at most half an hour at a boundary, and hour cells for at most twelve', () => {
    fc.assert(
      fc.property(boundariesOf(1_000 * day), (boundaries) => {
        const longest: Record<PieceKind, number> = {
          DAY: Number.POSITIVE_INFINITY,
          HOUR: 12 * hour,
          INCIDENT: hour / 2,
        };
        for (const { kind, from, to } of piecesOf(boundaries, 'DAY')) {
          expect(to - from).toBeLessThanOrEqual(longest[kind]);
          if (kind !== 'INCIDENT') expect([from % hour, to % hour]).toEqual([0, 0]);
        }
      }),
    );
  });

  test('give every bucket exactly what happened in it, whatever the boundaries', () => {
    const moments = fc.array(fc.integer({ min: 0, max: 10 * day }), { maxLength: 200 });
    const widest = fc.constantFrom<PieceKind>('DAY', 'HOUR', 'INCIDENT');
    fc.assert(
      fc.property(boundariesOf(10 * day), moments, widest, (boundaries, happened, kind) => {
        const within = (from: number, to: number) => happened.filter((at) => at >= from && at < to).length;
        const counts = boundaries.slice(1).map(() => 0);
        for (const { from, to, effects } of piecesOf(boundaries, kind)) {
          for (const { bucket, sign } of effects) counts[bucket] = (counts[bucket] ?? 0) + sign * within(from, to);
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
