import { clsx } from 'clsx';
import type { Severity } from '../__generated__/operations.ts';
import { SeverityIcon } from './SeverityIcon.tsx';
import { severitySolid, severityText, severityTint, severityWord } from './severity.ts';

interface SeverityBadgeProps {
  readonly severity: Severity;
  /** `tint` in lists and cards, `solid` where it is the one thing to see, `plain` inside text. */
  readonly variant?: 'tint' | 'solid' | 'plain';
  readonly className?: string;
}

/** Colour, shape and word together. */
export function SeverityBadge({ severity, variant = 'tint', className }: SeverityBadgeProps) {
  return (
    <span
      className={clsx(
        'inline-flex items-center gap-1.5 whitespace-nowrap text-12 font-semibold',
        variant !== 'plain' && 'h-5 rounded-[4px] px-1.5',
        variant === 'solid' ? severitySolid[severity] : severityText[severity],
        variant === 'tint' && severityTint[severity],
        className,
      )}
    >
      <SeverityIcon severity={severity} size={12} coloured={variant !== 'solid'} />
      {severityWord[severity]}
    </span>
  );
}
