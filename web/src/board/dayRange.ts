/** The local calendar day that is `offset` days from the one that starts at `dayStartMs`; days may have 23 or 25 hours. */
export function dayRange(dayStartMs: number, offset: number): { from: string; to: string; timeZone: string } {
  const from = new Date(dayStartMs);
  from.setDate(from.getDate() + offset);
  const to = new Date(from);
  to.setDate(to.getDate() + 1);
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
