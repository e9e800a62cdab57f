import { expect, test } from 'vitest';
import { reconnectDelayMs } from './reconnectDelay.ts';

test.each([
  [0, 0, 250],
  [0, 1, 500],
  [1, 1, 1_000],
  [2, 1, 2_000],
  [3, 1, 4_000],
  [500, 0, 2_000],
  [500, 1, 4_000],
])('attempt %d, spread %d: waits %d ms', (attempt, spread, expected) => {
  expect(reconnectDelayMs(attempt, () => spread)).toBe(expected);
});
