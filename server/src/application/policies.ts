import type { Policy } from '../engines/policy.ts';

export interface ActivePolicy {
  readonly version: number;
  readonly policy: Policy;
}

/** The policy in force. */
export interface Policies {
  active(): Promise<ActivePolicy>;
}
