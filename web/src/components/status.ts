import type { IncidentStatus } from '../__generated__/operations.ts';

export type { IncidentStatus };

/** The order of the lifecycle. */
export const statuses = ['OPEN', 'ACKNOWLEDGED', 'RESOLVED'] as const satisfies readonly IncidentStatus[];

export const statusWord = {
  OPEN: 'Open',
  ACKNOWLEDGED: 'Acknowledged',
  RESOLVED: 'Resolved',
} as const satisfies Record<IncidentStatus, string>;
