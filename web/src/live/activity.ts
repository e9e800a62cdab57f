/** How many signals came in each stretch of time, as seen by this browser: the server keeps no such series. */
export interface Activity {
  /** The newest stretch, counted from 1970 in stretches; the counts end with it. */
  readonly lastBin: number;
  /** Oldest first, at most {@link shownBins}. */
  readonly counts: readonly number[];
}

/** Ms of a stretch. */
export const binMs = 30_000;
/** As many as a sparkline shows: ten minutes. */
export const shownBins = 20;

export const unwatched: Activity = { lastBin: 0, counts: [] };

/** With so many signals more, now. */
export function withSignals(activity: Activity, signals: number, nowMs: number): Activity {
  const bin = Math.floor(nowMs / binMs);
  if (signals === 0 && activity.counts.length > 0) return activity;
  const counts = countsUntil(activity, bin);
  counts[counts.length - 1] = (counts.at(-1) ?? 0) + signals;
  return { lastBin: bin, counts };
}

/** The counts with the empty stretches since then, the one of `bin` last. */
export function countsUntil({ lastBin, counts }: Activity, bin: number): number[] {
  if (counts.length === 0) return [0];
  const missing = Math.max(0, Math.min(bin - lastBin, shownBins));
  return [...counts, ...Array<number>(missing).fill(0)].slice(-shownBins);
}
