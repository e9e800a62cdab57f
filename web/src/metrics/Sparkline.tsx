interface SparklineProps {
  /** The oldest first. */
  readonly values: readonly number[];
}

const width = 96;
const height = 20;

/** A course as small bars. Decoration only: the figures stand beside it. */
export function Sparkline({ values }: SparklineProps) {
  const highest = Math.max(1, ...values);
  const step = width / Math.max(1, values.length);
  const path = values
    .map((value, index) => {
      const size = value === 0 ? 0 : Math.max(1.5, (value / highest) * height);
      return size === 0
        ? ''
        : `M${(index * step).toFixed(2)} ${height}v-${size.toFixed(2)}h${Math.max(0.8, step * 0.72).toFixed(2)}v${size.toFixed(2)}z`;
    })
    .join('');
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true" className="text-muted">
      <path d={`M0 ${height - 0.25}H${width}`} stroke="var(--border)" strokeWidth="0.5" />
      <path d={path} fill="currentColor" />
    </svg>
  );
}
