import { expect, it } from 'vitest';
import { durationStep } from './durationStep.ts';

it.each([
  [0, 0.1],
  [3, 1],
  [40, 10],
  [239, 60],
  [241, 120],
  [5 * 3600, 2 * 3600],
  [86_400 * 3, 86_400],
  [86_400 * 4000, 86_400 * 1000],
])('an axis up to %d s is cut at every %d s', (max, step) => expect(durationStep(max)).toBe(step));
