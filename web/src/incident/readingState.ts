interface Reading {
  readonly value: number;
  /** Null where the source gave none. `critical` lies below `warning` when low values are bad. */
  readonly warning: number | null;
  readonly critical: number | null;
}

/** Which of its own thresholds a reading has reached, in words; undefined when it has none or reached none. */
export function readingState({ value, warning, critical }: Reading): string | undefined {
  const lowIsBad = warning !== null && critical !== null && critical < warning;
  const reached = (threshold: number | null): threshold is number =>
    threshold !== null && (lowIsBad ? value <= threshold : value >= threshold);
  const sign = lowIsBad ? '≤' : '≥';
  if (reached(critical)) return `${sign} critical ${critical}`;
  if (reached(warning)) return `${sign} warning ${warning}`;
  return undefined;
}
