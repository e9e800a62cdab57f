import type { IncidentStatus } from '../__generated__/operations.ts';

/** What an action needs to know of an incident. */
export interface ActionTarget {
  readonly id: string;
  readonly number: number;
  readonly status: IncidentStatus;
  readonly acknowledgedAt: string | null;
}
