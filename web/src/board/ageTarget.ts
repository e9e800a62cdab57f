import type { Severity, SystemStateFragment } from '../__generated__/operations.ts';
import type { LiveIncident } from '../live/liveIncident.ts';

type Aged = Pick<LiveIncident, 'severity' | 'status' | 'openedAt' | 'firstAcknowledgedAt' | 'historical'>;

/**
 * In how many milliseconds from its opening an incident is to be acknowledged, as the service level of the metrics counts it; null when it
 * need not be, was already, is over, or lives in a time of its own.
 */
export function targetMsOf(
  incident: Aged,
  system: Pick<SystemStateFragment, 'acknowledgeTargets'> | null,
): number | null {
  const { severity, status, firstAcknowledgedAt, historical } = incident;
  if (status !== 'OPEN' || firstAcknowledgedAt !== null || historical) return null;
  const minutes = minutesFor(severity, system);
  return minutes === undefined ? null : minutes * 60_000;
}

function minutesFor(severity: Severity, system: Pick<SystemStateFragment, 'acknowledgeTargets'> | null) {
  return system?.acknowledgeTargets.find((target) => target.severity === severity)?.minutes;
}
