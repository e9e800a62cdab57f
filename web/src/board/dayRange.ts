/** The local calendar day that is `offset` days from the one that starts at `dayStartMs`; days may have 23 or 25 hours, and no midnight. */
export function dayRange(dayStartMs: number, offset: number): { from: string; to: string; timeZone: string } {
  const day = new Date(dayStartMs);
  const startOf = (days: number) => new Date(day.getFullYear(), day.getMonth(), day.getDate() + days);
  const from = startOf(offset);
  const to = startOf(offset + 1);
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
