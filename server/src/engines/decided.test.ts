import { expect, test } from 'vitest';
import { decideResolved } from './decided.ts';
import { policyWith, storedSignal } from './testing/fixtures.ts';

test('a signal that says that it has ended scores nothing, and says who said so', () => {
  const policy = policyWith({ actions: { LOW: 'Look at it one day' } });
  expect(decideResolved(storedSignal({ state: 'RESOLVED' }), policy, 7)).toEqual({
    decision: {
      score: 0,
      severity: 'LOW',
      reason: 'probe says that it has ended',
      factors: [],
      stress: 0,
      recommendedAction: 'Look at it one day',
      policyVersion: 7,
    },
    load: null,
    calm: true,
  });
});
