import type { Severity } from '../__generated__/operations.ts';

/** The left border of what has a severity. */
export const severityEdge = {
  CRITICAL: 'border-l-critical',
  HIGH: 'border-l-high',
  MEDIUM: 'border-l-medium',
  LOW: 'border-l-low',
} as const satisfies Record<Severity, string>;
