import { clsx } from 'clsx';
import type { Severity } from '../__generated__/operations.ts';
import { severityFill } from '../components/severity.ts';

interface ScoreTrackProps {
  /** Left end and width as shares (0 to 1) of the scale. */
  readonly start: number;
  readonly width: number;
  readonly severity: Severity;
  /** Paler, for a part that was taken away. */
  readonly lowers?: boolean;
}

/** Anything that counts at all is at least this share wide, so that it can be seen. */
const leastWidth = 0.004;

/** A bar on the scale of the score. Decoration: the figure stands beside it. */
export function ScoreTrack({ start, width, severity, lowers = false }: ScoreTrackProps) {
  return (
    <span className="factor-track">
      <svg
        aria-hidden="true"
        className={clsx('absolute inset-0 size-full', severityFill[severity])}
        preserveAspectRatio="none"
        viewBox="0 0 1 1"
      >
        <rect
          x={start}
          width={width === 0 ? 0 : Math.max(width, leastWidth)}
          height="1"
          fill="currentColor"
          fillOpacity={lowers ? 0.35 : 1}
        />
      </svg>
    </span>
  );
}
