import type { Severity } from '../__generated__/operations.ts';

export type { Severity };

/** Worst first: the order of every list, legend and stack. */
export const severities = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] as const satisfies readonly Severity[];

export const severityWord = {
  CRITICAL: 'Critical',
  HIGH: 'High',
  MEDIUM: 'Medium',
  LOW: 'Low',
} as const satisfies Record<Severity, string>;

/** Tailwind classes; whole words, because Tailwind finds them by reading the source. */
export const severityText = {
  CRITICAL: 'text-critical-text',
  HIGH: 'text-high-text',
  MEDIUM: 'text-medium-text',
  LOW: 'text-low-text',
} as const satisfies Record<Severity, string>;

export const severityFill = {
  CRITICAL: 'text-critical',
  HIGH: 'text-high',
  MEDIUM: 'text-medium',
  LOW: 'text-low',
} as const satisfies Record<Severity, string>;

export const severityTint = {
  CRITICAL: 'bg-critical-tint',
  HIGH: 'bg-high-tint',
  MEDIUM: 'bg-medium-tint',
  LOW: 'bg-low-tint',
} as const satisfies Record<Severity, string>;

export const severitySolid = {
  CRITICAL: 'bg-critical text-on-critical',
  HIGH: 'bg-high text-on-high',
  MEDIUM: 'bg-medium text-on-medium',
  LOW: 'bg-low text-on-low',
} as const satisfies Record<Severity, string>;

/** The custom property of the solid colour, for charts and inline SVG. */
export const severityVariable = {
  CRITICAL: '--critical',
  HIGH: '--high',
  MEDIUM: '--medium',
  LOW: '--low',
} as const satisfies Record<Severity, string>;
