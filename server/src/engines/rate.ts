import type { Severity } from '../domain/severity.ts';
import type { Policy } from './policy.ts';

type Rate = NonNullable<Policy['rate']>;

/**
 * How many messages a target may have got within `minutes` for one of this severity to go out as well. A share of `perTarget`, rounded up,
 * is kept for CRITICAL; of a single place there is nothing to keep.
 */
export function roomFor(severity: Severity, { perTarget, criticalShare }: Rate): number {
  if (severity === 'CRITICAL') return perTarget;
  return perTarget - Math.min(perTarget - 1, Math.ceil(perTarget * criticalShare));
}

/** The rate that holds for a target; null for none. What only writes to the log wakes nobody. */
export function rateOf(policy: Policy, target: string): Rate | null {
  const channel = Object.hasOwn(policy.targets, target) ? policy.targets[target]?.channel : undefined;
  return channel === 'log' ? null : policy.rate;
}
