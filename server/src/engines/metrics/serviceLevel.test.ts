import { expect, test } from 'vitest';
import { serviceLevelShares } from './serviceLevel.ts';

test.each([
  ['of nothing is unknown', 0, 0, 0.9, null, null],
  ['kept leaves the whole budget', 20, 0, 0.9, 1, 1],
  ['half spent', 95, 5, 0.9, 0.95, 0.5],
  ['just kept leaves nothing', 90, 10, 0.9, 0.9, 0],
  ['missed is overdrawn', 80, 20, 0.9, 0.8, -1],
  ['without an objective can be missed by all', 0, 5, 0, 0, 0],
])('a service level %s', (_, met, missed, objective, share, errorBudgetLeft) => {
  const shares = serviceLevelShares({ met, missed }, objective);
  if (share === null || errorBudgetLeft === null) {
    expect(shares).toEqual({ share, errorBudgetLeft });
    return;
  }
  expect(shares.share).toBeCloseTo(share, 12);
  expect(shares.errorBudgetLeft).toBeCloseTo(errorBudgetLeft, 12);
});
