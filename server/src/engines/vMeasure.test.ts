import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementOf } from './vMeasure.ts';

const pairsOf = (classes: string, clusters: string) =>
  [...classes].map((ofClass, place): [string, string] => [ofClass, clusters[place] ?? '']);

describe('agreement of clusters with classes', () => {
  test.each([
    ['is full when they are the same under other names', 'aabb', '1100', 1, 1, 1],
    ['lacks completeness when a class is split', 'aabb', '0012', 1, 2 / 3, 0.8],
    ['lacks homogeneity when classes are joined', 'abcc', '0011', 2 / 3, 1, 0.8],
    ['is none when all are in one cluster', 'aabb', '0000', 0, 1, 0],
    ['lacks both when they cross', 'aabb', '0101', 0, 0, 0],
    ['is full for one class in one cluster', 'aa', '00', 1, 1, 1],
    ['is full for nothing', '', '', 1, 1, 1],
    [
      'is that of scikit-learn for a mixed case',
      'aaabbb',
      '001122',
      2 / 3,
      0.420_619_835_714_305,
      0.515_803_742_979_388_8,
    ],
  ])('%s', (_, classes, clusters, homogeneity, completeness, vMeasure) => {
    const agreement = agreementOf(pairsOf(classes, clusters));
    expect(agreement.homogeneity).toBeCloseTo(homogeneity, 12);
    expect(agreement.completeness).toBeCloseTo(completeness, 12);
    expect(agreement.vMeasure).toBeCloseTo(vMeasure, 12);
    expect(agreement).toMatchObject({ items: classes.length, clusters: new Set(clusters).size });
  });

  test('is between 0 and 1, and swaps when classes and clusters do', () => {
    const some = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', '"'), fc.constantFrom('x', 'y', 'z')), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(some, (pairs) => {
        const agreement = agreementOf(pairs);
        const swapped = agreementOf(pairs.map(([ofClass, cluster]) => [cluster, ofClass]));
        for (const share of [agreement.homogeneity, agreement.completeness, agreement.vMeasure]) {
          expect(share >= 0 && share <= 1).toBe(true);
        }
        expect(swapped.homogeneity).toBeCloseTo(agreement.completeness, 12);
        expect(swapped.vMeasure).toBeCloseTo(agreement.vMeasure, 12);
      }),
    );
  });
});
