import { describe, expect, it } from 'vitest';
import { formatCompact, formatCount, formatPercent, formatReading, formatScore } from './formatNumber.ts';

describe('numbers for people', () => {
  it.each([
    [0, '0'],
    [0.04217, '0.0422'],
    [93.456, '93.5'],
    [999.4, '999'],
    [-12.345, '-12.3'],
    [12_345.6, '12,346'],
    [1e-9, '1e-9'],
    [Number.POSITIVE_INFINITY, '–'],
  ])('writes the reading %d as %s', (value, text) => {
    expect(formatReading(value)).toBe(text);
  });

  it('groups thousands', () => expect(formatCount(1_204_000)).toBe('1,204,000'));

  it.each([
    [9_999, '9,999'],
    [12_345, '12.3K'],
    [4_500_000, '4.5M'],
  ])('shortens %d to %s', (count, text) => expect(formatCompact(count)).toBe(text));

  it('writes a share as a percentage', () => expect(formatPercent(0.9734)).toBe('97.3%'));

  it('keeps two decimals of a score', () => expect(formatScore(0.5)).toBe('0.50'));
});
