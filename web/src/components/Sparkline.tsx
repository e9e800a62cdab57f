interface SparklineProps {
  /** Oldest first. Null where nothing was measured: the line has a gap there. */
  readonly values: readonly (number | null)[];
  /** What it shows, for screen readers and on hover. */
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
  /** Bars for counts, a line for measured values. */
  readonly kind?: 'bars' | 'line';
  readonly className?: string;
}

/** A course of values in the height of a line of text. It says how, not how much: figures stand beside it. */
export function Sparkline({ values, label, width = 56, height = 14, kind = 'bars', className }: SparklineProps) {
  const most = Math.max(...values.map((value) => value ?? 0), 0);
  const step = width / Math.max(values.length, 1);
  const y = (value: number) => height - 1 - (most === 0 ? 0 : (value / most) * (height - 2));
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className={className}
    >
      <title>{label}</title>
      {kind === 'bars' ? (
        values.map((value, at) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a stretch of time is what its place says
            key={at}
            x={at * step}
            width={Math.max(step - 1, 1)}
            y={value === null || value === 0 ? height - 1 : y(value)}
            height={value === null || value === 0 ? 1 : height - y(value)}
            fill="currentColor"
            fillOpacity={value === null || value === 0 ? 0.35 : 1}
          />
        ))
      ) : (
        <path
          d={linePath(values, step, y)}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      )}
    </svg>
  );
}

function linePath(values: readonly (number | null)[], step: number, y: (value: number) => number): string {
  let isOn = false;
  return values
    .flatMap((value, at) => {
      if (value === null) {
        isOn = false;
        return [];
      }
      const command = `${isOn ? 'L' : 'M'}${(at + 0.5) * step} ${y(value)}${isOn ? '' : 'h.01'}`;
      isOn = true;
      return [command];
    })
    .join('');
}
