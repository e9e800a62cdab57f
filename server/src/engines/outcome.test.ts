import { expect, test } from 'vitest';
import { noConsequences, together } from './outcome.ts';
import { openedIncident, policyWith } from './testing/fixtures.ts';

const policy = policyWith({ grouping: { by: 'service', stayResolvedMinutes: 0, clockSkewSeconds: 60 } });

test('several steps leave each incident once, and one step is what it was', () => {
  const [one, other] = [openedIncident({}, policy), { ...openedIncident({}, policy), number: 7 }];
  const step = { ...noConsequences, changed: [{ incident: one, kind: 'UPDATED' as const }] };
  expect(together(noConsequences, step, noConsequences)).toBe(step);
  const raised = { ...noConsequences, changed: [{ incident: other, kind: 'SEVERITY_CHANGED' as const }] };
  expect(together(raised, step).changed).toEqual([{ incident: one, kind: 'SEVERITY_CHANGED' }]);
  expect(together()).toEqual(noConsequences);
});
