import { describe, expect, it } from 'vitest';
import { formatRelative } from './formatRelative.ts';

const nowMs = Date.UTC(2026, 10, 24, 9, 0, 0);

describe('formatRelative', () => {
  it.each([
    [0, 'now', '0 s'],
    [999, 'now', '0 s'],
    [1000, '1 s ago', '1 s'],
    [59_999, '59 s ago', '59 s'],
    [60_000, '1 min ago', '1 min'],
    [3_599_000, '59 min ago', '59 min'],
    [3_600_000, '1 h ago', '1 h'],
    [86_400_000, '1 d ago', '1 d'],
    [40 * 86_400_000, '40 d ago', '40 d'],
    [-240_000, 'in 4 min', '0 s'],
    [-500, 'now', '0 s'],
  ])('writes %d ms of age as %s', (ageMs, relative, age) => {
    expect(formatRelative(nowMs - ageMs, nowMs)).toBe(relative);
    expect(formatRelative(nowMs - ageMs, nowMs, 'age')).toBe(age);
  });
});
