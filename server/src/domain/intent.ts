import type { IncidentId } from './ids.ts';
import type { Severity } from './severity.ts';

/** Something to be done because of a decision; becomes a job in the transaction of the decision. */
export interface NotifyIntent {
  readonly kind: 'notify';
  readonly incidentId: IncidentId;
  /** The name of a target in the policy. */
  readonly target: string;
  readonly severity: Severity;
  readonly reason: string;
}

export type Intent = NotifyIntent;
