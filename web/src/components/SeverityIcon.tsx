import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import type { Severity } from '../__generated__/operations.ts';
import { severityFill } from './severity.ts';

/** Shapes differ, so that severity is legible without colour: octagon, triangle, diamond, circle. */
const shapes = {
  CRITICAL: <path d="M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7z" />,
  HIGH: <path d="M8 1 15.8 14.8H.2z" />,
  MEDIUM: <path d="M8 .2 15.8 8 8 15.8.2 8z" />,
  LOW: <circle cx="8" cy="8" r="5" />,
} as const satisfies Record<Severity, ReactElement>;

interface SeverityIconProps {
  readonly severity: Severity;
  /** Pixels. */
  readonly size?: number;
  /** False takes the colour of the text around it. */
  readonly coloured?: boolean;
  readonly className?: string;
}

/** Decoration only: the word stands beside it, or the parent has a name. */
export function SeverityIcon({ severity, size = 12, coloured = true, className }: SeverityIconProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="currentColor"
      aria-hidden="true"
      className={clsx('shrink-0', coloured && severityFill[severity], className)}
    >
      {shapes[severity]}
    </svg>
  );
}
