import { describe, expect, test } from 'vitest';
import { givenDedupKey, reviewQuiet } from './correlation.ts';
import { minute, openedIncident, policyWith, storedSignal } from './testing/fixtures.ts';

const policy = policyWith({ grouping: { by: 'service', stayResolvedMinutes: 0, clockSkewSeconds: 60 } });

describe('a quiet incident', () => {
  const incident = openedIncident({}, policy);
  const reviewed = (changes: object, at: number, by = policy) =>
    reviewQuiet({ ...incident, ...changes }, by, 3, minute(at));
  const stay = policyWith({ grouping: { by: 'service', stayResolvedMinutes: 5 } });

  test.each([
    ['its alert fires', { firingAlertCount: 1 }, policy, 240, 'Nothing heard for 240 min (policy version 3)'],
    [
      'its alerts were resolved',
      { firingAlertCount: 0 },
      stay,
      5,
      'Its last alert was resolved and stayed so for 5 min',
    ],
    [
      'it was resolved, and nothing waits',
      { firingAlertCount: 0 },
      policy,
      240,
      'Its last alert was resolved and stayed so for 240 min',
    ],
  ])('is resolved when %s', (_, changes, by, minutes, message) => {
    expect(reviewed(changes, minutes - 0.1, by)).toEqual({ postponedTo: minute(minutes) });
    expect(reviewed(changes, minutes, by)).toMatchObject({ events: [{ message }], escalations: [], intents: [] });
  });
});

test('the dedup key that a sender gave is told apart from one that was made', () => {
  const named = storedSignal({ dedupKey: 'disk' });
  expect(givenDedupKey(named)).toBe('disk');
  expect(givenDedupKey({ ...named, dedupKey: named.id })).toBeNull();
  expect(givenDedupKey({ ...named, dedupKey: '["observed","probe","x","y"]' })).toBeNull();
  expect(givenDedupKey({ ...named, dedupKey: 'x["observed",' })).toBe('x["observed",');
});
