const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

/** `1,204`. */
export function formatCount(count: number): string {
  return whole.format(count);
}

/** `1.2K`, where there is no room. */
export function formatCompact(count: number): string {
  return count < 10_000 ? whole.format(count) : compact.format(count);
}

/** A share of 0 to 1 as `97.3%`. */
export function formatPercent(share: number): string {
  return percent.format(share);
}

/** A reading with at most three significant digits below 1000, whole above: `0.042`, `93.5`, `12,345`. */
export function formatReading(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 1000) return whole.format(value);
  return String(Number(value.toPrecision(3)));
}

/** A score, contribution or weight, always two decimals, so that columns line up and sums can be checked by eye. */
export function formatScore(score: number): string {
  return score.toFixed(2);
}
