import type { Policy } from './policy.ts';

export interface MetricRule {
  readonly kind: string;
  readonly weight: number;
  readonly sdFloor: number;
  readonly bad: 'high' | 'low' | 'both';
}

/** What the policy says about a metric: the first rule of which some word is part of its name, case aside. */
export function metricRuleOf(name: string, policy: Policy): MetricRule {
  const lower = name.toLowerCase();
  for (const rule of policy.stress.metrics) {
    if (rule.match.some((word) => lower.includes(word.toLowerCase()))) return rule;
  }
  return { kind: 'other', weight: policy.stress.otherWeight, sdFloor: policy.stress.otherSdFloor, bad: 'high' };
}
