import { describe, expect, it } from 'vitest';
import { formatDuration } from './formatDuration.ts';

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [-4, '0 s'],
    [Number.NaN, '–'],
    [0.0004, '0 ms'],
    [0.85, '850 ms'],
    [0.9996, '1 s'],
    [1, '1 s'],
    [4.24, '4.2 s'],
    [9.94, '9.9 s'],
    [9.96, '10 s'],
    [42, '42 s'],
    [59.6, '1 min'],
    [200, '3 min 20 s'],
    [3599.6, '1 h'],
    [3600, '1 h'],
    [3900, '1 h 5 min'],
    [86_399, '1 d'],
    [86_400, '1 d'],
    [183_600, '2 d 3 h'],
    [2_592_000, '30 d'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});
