/** Undefined locale is the browser's; the zone is always shown, because teams share screens across zones. */
const absolute = new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
});

/** A moment with date, seconds and time zone. Milliseconds since 1970. */
export function formatAbsolute(momentMs: number): string {
  return Number.isFinite(momentMs) ? absolute.format(momentMs) : '–';
}
