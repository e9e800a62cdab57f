import { chosenTimeZone } from './timeZone.ts';

let made: { readonly zone: string | null; readonly format: Intl.DateTimeFormat } | undefined;

/** Undefined locale is the browser's; the zone is always shown, because teams share screens across zones. */
function formatIn(zone: string | null): Intl.DateTimeFormat {
  if (made?.zone === zone) return made.format;
  const format = new Intl.DateTimeFormat(undefined, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    ...(zone === null ? {} : { timeZone: zone }),
  });
  made = { zone, format };
  return format;
}

/** A moment with date, seconds and time zone, in the zone that was chosen. Milliseconds since 1970. */
export function formatAbsolute(momentMs: number): string {
  return Number.isFinite(momentMs) ? formatIn(chosenTimeZone()).format(momentMs) : '–';
}
