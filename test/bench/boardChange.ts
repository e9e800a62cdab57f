/** What the subscribers of a benchmark ask for: about 500 bytes a change. */
export const changeFields = `cursor kind at incident {
  id number title service severity status stress risk signalCount recommendedAction
  openedAt firstAcknowledgedAt acknowledgedAt acknowledgedBy resolvedAt resolvedBy policyVersion }`;

/** A change as the peers have it: exactly the fields that are asked for. */
export function boardChange(number: number) {
  return {
    cursor: `0123456789abcdef-${number.toString(36)}`,
    kind: 'UPDATED',
    at: '2026-03-01T12:00:00.000Z',
    incident: {
      id: '5f0c2b6e-3a54-4c5c-9a1e-2f9e6a1b7c11',
      number: 1,
      title: 'Checkout is slow',
      service: 'checkout',
      severity: 'HIGH',
      status: 'OPEN',
      stress: 40,
      risk: 0.2,
      signalCount: 1,
      recommendedAction: 'Notify operations team',
      openedAt: '2026-03-01T12:00:00.000Z',
      firstAcknowledgedAt: null,
      acknowledgedAt: null,
      acknowledgedBy: null,
      resolvedAt: null,
      resolvedBy: null,
      policyVersion: 1,
    },
  };
}
