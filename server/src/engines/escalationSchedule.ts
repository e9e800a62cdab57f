import type { Policy } from './policy.ts';

/** One firing of a step. */
export interface Firing {
  /** From 1; 0 for the systemic rule. */
  readonly step: number;
  /** 0 the first time. */
  readonly repeat: number;
  readonly afterMinutes: number;
  readonly targets: readonly string[];
}

/** Every firing of the policy's steps in the order of their time, repeats included: an incident's count of firings points into it. */
export function firingsOf(policy: Policy): Firing[] {
  return policy.escalation.steps
    .flatMap(({ afterMinutes, targets, repeat }, index) => {
      const first: Firing = { step: index + 1, repeat: 0, afterMinutes, targets };
      const again = Array.from({ length: repeat?.times ?? 0 }, (_, time) => ({
        ...first,
        repeat: time + 1,
        afterMinutes: afterMinutes + (time + 1) * (repeat?.everyMinutes ?? 0),
      }));
      return [first, ...again];
    })
    .sort((a, b) => a.afterMinutes - b.afterMinutes || a.step - b.step || a.repeat - b.repeat);
}
