import { TZDate } from '@date-fns/tz';

/** What an `<input type="datetime-local">` holds for a moment (ms since 1970) in an IANA time zone, in minutes. */
export function wallTimeOf(momentMs: number, timeZone: string): string {
  const date = new TZDate(momentMs, timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

const written = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/;

/** The moment (ms since 1970) that a wall clock in an IANA time zone shows; null when it is not filled in. */
export function momentOfWallTime(wallTime: string, timeZone: string): number | null {
  const [, year, month, day, hour, minute] = (written.exec(wallTime) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const momentMs = new TZDate(year, month - 1, day, hour ?? 0, minute ?? 0, timeZone).getTime();
  return Number.isFinite(momentMs) ? momentMs : null;
}

/** The browser's IANA time zone. */
export function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
