import { clsx } from 'clsx';
import { formatAbsolute } from './formatAbsolute.ts';
import { formatRelative } from './formatRelative.ts';
import { useNow } from './useNow.ts';

interface RelativeTimeProps {
  /** RFC 3339. */
  readonly at: string;
  /** `age` leaves out "ago". */
  readonly format?: 'relative' | 'age';
  /** False inside cards and rows that take the focus themselves; give those the class `reveals-times`. */
  readonly focusable?: boolean;
  /** Where the absolute time appears; `end` keeps it inside at the right edge. */
  readonly align?: 'start' | 'end';
  readonly className?: string;
}

/** Live relative time; the absolute one appears on hover and focus and is read out with it. */
export function RelativeTime({
  at,
  format = 'relative',
  focusable = true,
  align = 'start',
  className,
}: RelativeTimeProps) {
  const momentMs = Date.parse(at);
  const text = useNow((nowMs) => formatRelative(momentMs, nowMs, format));
  const absolute = formatAbsolute(momentMs);
  return (
    <time
      dateTime={at}
      data-absolute={absolute}
      data-align={align}
      tabIndex={focusable ? 0 : undefined}
      className={clsx('relative-time', className)}
    >
      {text}
      <span className="sr-only"> ({absolute})</span>
    </time>
  );
}
