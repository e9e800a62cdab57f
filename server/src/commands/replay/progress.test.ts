import { describe, expect, it } from 'vitest';
import { formatEta, formatProgress } from './progress.ts';

describe('formatProgress', () => {
  it.each([
    ['at the start', [0, 17_004, 0, 0], '[------------------------] 0 %  0 of 17,004  0/s'],
    ['half way', [8_502, 17_004, 4_251, 10], '[============------------] 50 %  8,502 of 17,004  2,000/s  ETA 0:05'],
    ['at the end', [17_004, 17_004, 8_502, 10], '[========================] 100 %  17,004 of 17,004  2,000/s'],
    [
      'never 100 % before the end',
      [999, 1_000, 1_000, 0],
      '[========================] 99 %  999 of 1,000  999/s  ETA 0:01',
    ],
    [
      'while the server is away',
      [500, 1_000, 9_000, 6_500],
      '[============------------] 50 %  500 of 1,000  56/s  no answer for 6 s, trying again',
    ],
    ['with nothing to do', [0, 0, 0, 0], '[========================] 100 %  0 of 0  0/s'],
  ] as const)('%s', (_name, [done, total, elapsedMs, idleMs], line) => {
    expect(formatProgress({ done, total, elapsedMs, idleMs })).toBe(line);
  });
});

describe('formatEta', () => {
  it.each([
    [0, '0:00'],
    [6.1, '0:07'],
    [59.5, '1:00'],
    [750, '12:30'],
    [3_723, '1:02:03'],
  ])('%d s is %s', (seconds, text) => {
    expect(formatEta(seconds)).toBe(text);
  });
});
