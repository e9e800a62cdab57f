import { expect, test } from 'vitest';
import { parsePolicy, presets } from './policy.ts';
import { rateOf, roomFor } from './rate.ts';
import { policyWith } from './testing/fixtures.ts';

test.each([
  [10, 0.2, 8],
  [5, 0.2, 4],
  [3, 0.2, 2],
  [2, 0.2, 1],
  [1, 0.2, 1],
  [1, 0.9, 1],
  [4, 0, 4],
])('of %d places with a share of %f for CRITICAL, others have %d', (perTarget, criticalShare, others) => {
  const rate = { perTarget, criticalShare, minutes: 5 };
  expect(roomFor('HIGH', rate)).toBe(others);
  expect(roomFor('LOW', rate)).toBe(others);
  expect(roomFor('CRITICAL', rate)).toBe(perTarget);
});

test('the log has no rate, and neither has anything where the policy has none', () => {
  const hook = { channel: 'webhook', url: 'https://hook.example/' };
  expect(rateOf(presets['load-v2'], 'log')).toBeNull();
  expect(rateOf(policyWith({ targets: { hook } }), 'hook')).toEqual({ perTarget: 10, minutes: 5, criticalShare: 0.2 });
  expect(rateOf(policyWith({ targets: { hook }, rate: null }), 'hook')).toBeNull();
});

test.each([
  [{ perTarget: 0 }, ['rate', 'perTarget']],
  [{ perTarget: 1.5 }, ['rate', 'perTarget']],
  [{ minutes: 0 }, ['rate', 'minutes']],
  [{ minutes: 1_441 }, ['rate', 'minutes']],
  [{ criticalShare: 1 }, ['rate', 'criticalShare']],
  [{ perHour: 5 }, ['rate']],
])('a rate that makes no sense is refused: %j', (rate, path) => {
  const parsed = parsePolicy({ rate });
  expect(parsed.ok ? [] : parsed.errors.map((fault) => fault.path)).toEqual([path]);
});
