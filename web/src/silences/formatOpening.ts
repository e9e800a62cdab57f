/** An opening of a maintenance window by the clocks of its time zone: `Sun, Nov 29, 02:00 – 04:00`, the day again where it is another. */
export function formatOpening(
  { from, until }: { readonly from: string; readonly until: string },
  timeZone: string,
): string {
  const format = new Intl.DateTimeFormat(undefined, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  return format.formatRange(Date.parse(from), Date.parse(until));
}
