/**
 * How long ago (or ahead) a moment is, for people: `now`, `12 s ago`, `5 min ago`, `3 h ago`, `2 d ago`, `in 4 min`.
 * `style: 'age'` leaves out the direction, for columns whose heading says it. Both moments in milliseconds since 1970.
 */
export function formatRelative(momentMs: number, nowMs: number, style: 'relative' | 'age' = 'relative'): string {
  const elapsedMs = nowMs - momentMs;
  const amount = amountOf(Math.abs(elapsedMs) / 1000);
  if (style === 'age') return elapsedMs < 0 ? '0 s' : (amount ?? '0 s');
  if (amount === undefined) return 'now';
  return elapsedMs < 0 ? `in ${amount}` : `${amount} ago`;
}

function amountOf(seconds: number): string | undefined {
  if (seconds < 1) return undefined;
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86_400)} d`;
}
