import { type Severity, severities } from '../../domain/severity.ts';
import type { Policy } from '../policy.ts';

export interface AcknowledgeTarget {
  readonly severity: Severity;
  /** From the opening to the first acknowledgement. */
  readonly minutes: number;
}

/** The times that the policy's service level gives, CRITICAL first; severities that need no acknowledgement are missing. */
export function acknowledgeTargets({ serviceLevel }: Pick<Policy, 'serviceLevel'>): AcknowledgeTarget[] {
  return severities.toReversed().flatMap((severity) => {
    const minutes = serviceLevel.acknowledgeMinutes[severity];
    return minutes === null ? [] : [{ severity, minutes }];
  });
}
