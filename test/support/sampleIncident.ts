import type { IncidentId } from '../../server/src/domain/ids.ts';
import type { Incident } from '../../server/src/domain/incident.ts';

const openedAt = new Date('2026-03-01T12:00:00.000Z');

/** An open incident to vary in tests. */
export function sampleIncident(id: string, changes: Partial<Incident> = {}): Incident {
  return {
    id: id as IncidentId,
    number: 1,
    title: 'Checkout is slow',
    service: 'checkout',
    severity: 'HIGH',
    status: 'OPEN',
    stress: 40,
    risk: 0.2,
    signalCount: 1,
    firingAlertCount: 1,
    decision: {
      score: 0.6,
      severity: 'HIGH',
      reason: 'reported HIGH',
      factors: [{ name: 'reported', value: 0.6, threshold: null, weight: 1, contribution: 0.6, note: null }],
      stress: 40,
      recommendedAction: 'Notify operations team',
      policyVersion: 1,
    },
    openedAt,
    firstAcknowledgedAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    resolvedAt: null,
    resolvedBy: null,
    resolvedByRule: null,
    reopenCount: 0,
    lastSignalAt: openedAt,
    criticalAt: null,
    nextEscalationAt: null,
    escalationsFired: 0,
    reviewAt: null,
    updatedAt: openedAt,
    historical: false,
    policyVersion: 1,
    groupKey: 'service checkout',
    labels: [],
    memory: {
      belowSinceMs: null,
      loadFast: 0,
      loadSlow: 0,
      loadAtMs: openedAt.getTime(),
      ratePerSecondFast: 0,
      ratePerSecondSlow: 0,
      activeAtMs: openedAt.getTime(),
      keyed: false,
      heldBy: null,
      stateChanges: 0,
    },
    ...changes,
  };
}
