import type { Decision } from '../domain/decision.ts';
import type { Signal } from '../domain/signal.ts';
import { recommendedAction } from './action.ts';
import type { Policy } from './policy.ts';

/** What a profile made of one signal. */
export interface Decided {
  readonly decision: Decision;
  /** The load of the signal's readings, 0 to 1: what the incident's trend follows. Null when it carried none. */
  readonly load: number | null;
  /** Whether it is too little to open an incident: it is kept as a line in the log. */
  readonly calm: boolean;
}

/** A signal that says that a condition has ended has nothing to score. */
export function decideResolved(signal: Signal, policy: Policy, policyVersion: number): Decided {
  const decision: Decision = {
    score: 0,
    severity: 'LOW',
    reason: `${signal.source} says that it has ended`,
    factors: [],
    stress: 0,
    recommendedAction: recommendedAction('LOW', policy),
    policyVersion,
  };
  return { decision, load: null, calm: true };
}
