import type { LiveIncidentFragment } from '../__generated__/operations.ts';
import type { LiveChange } from './liveIncident.ts';

/** An incident as the server sends it, for tests. */
export function incidentFragment(part: Partial<LiveIncidentFragment> = {}): LiveIncidentFragment {
  return {
    id: 'i1',
    number: 1,
    title: 'Error rate is high',
    service: 'checkout',
    severity: 'HIGH',
    status: 'OPEN',
    stress: 40,
    risk: 0.5,
    signalCount: 1,
    openedAt: '2026-01-01T10:00:00.000Z',
    firstAcknowledgedAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    resolvedAt: null,
    resolvedBy: null,
    updatedAt: '2026-01-01T10:00:00.000Z',
    nextEscalationAt: null,
    snoozedUntil: null,
    assignee: null,
    historical: false,
    parent: null,
    decision: { reason: 'Because.', factors: [{ name: 'error_rate', note: 'error rate 8× usual' }] },
    ...part,
  };
}

export function change(
  cursor: string,
  kind: LiveChange['kind'],
  incident: Partial<LiveIncidentFragment> = {},
): LiveChange {
  return { cursor, kind, incident: incidentFragment(incident) };
}
