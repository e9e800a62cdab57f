import { describe, expect, it } from 'vitest';
import { readingState } from './readingState.ts';

describe('readingState', () => {
  it.each([
    [95, 80, 90, '≥ critical 90'],
    [90, 80, 90, '≥ critical 90'],
    [85, 80, 90, '≥ warning 80'],
    [79, 80, 90, undefined],
    [5, 20, 10, '≤ critical 10'],
    [15, 20, 10, '≤ warning 20'],
    [25, 20, 10, undefined],
    [95, null, 90, '≥ critical 90'],
    [95, 80, null, '≥ warning 80'],
    [95, null, null, undefined],
  ])('%d with warning %s and critical %s is %s', (value, warning, critical, words) => {
    expect(readingState({ value, warning, critical })).toBe(words);
  });
});
