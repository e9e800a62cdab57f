import type { Policy } from './policy.ts';

export interface MetricRule {
  readonly kind: string;
  readonly weight: number;
  readonly sdFloor: number;
  readonly bad: 'high' | 'low' | 'both';
}

/** Names are the senders': so many are remembered for a policy. */
const mostNames = 1_000;
const rulesOfPolicy = new WeakMap<Policy, Map<string, MetricRule>>();

/** What the policy says about a metric: the first rule of which some word is part of its name, case aside. Found once for each name. */
export function metricRuleOf(name: string, policy: Policy): MetricRule {
  const rules = rulesOfPolicy.get(policy) ?? new Map<string, MetricRule>();
  const known = rules.get(name);
  if (known !== undefined) return known;
  if (rules.size >= mostNames) rules.clear();
  const rule = findRule(name, policy);
  rulesOfPolicy.set(policy, rules.set(name, rule));
  return rule;
}

function findRule(name: string, { stress }: Policy): MetricRule {
  const lower = name.toLowerCase();
  for (const rule of stress.metrics) {
    if (rule.match.some((word) => lower.includes(word.toLowerCase()))) return rule;
  }
  return { kind: 'other', weight: stress.otherWeight, sdFloor: stress.otherSdFloor, bad: 'high' };
}
