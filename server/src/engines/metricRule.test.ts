import { expect, test } from 'vitest';
import { metricRuleOf } from './metricRule.ts';
import { policyWith } from './testing/fixtures.ts';

const policy = policyWith({ stress: { otherWeight: 0.3, otherSdFloor: 0.7 } });

test.each([
  ['cpu_percent', true],
  ['Node CPU', true],
  ['a name that no rule knows', false],
])('the metric "%s" has a rule of its own: %s', (name, own) => {
  const rule = metricRuleOf(name, policy);
  expect(policy.stress.metrics.some((one) => one === rule)).toBe(own);
  if (!own) expect(rule).toEqual({ kind: 'other', weight: 0.3, sdFloor: 0.7, bad: 'high' });
});

test('the rule of a name is found once', () => {
  const first = metricRuleOf('queue of letters', policy);
  expect(metricRuleOf('queue of letters', policy)).toBe(first);
});
