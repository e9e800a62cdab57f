/** How many signals came in each stretch of time: what the server says of the past hour, and what this browser has seen since. */
export interface Activity {
  /** The newest stretch, counted from 1970 in stretches; the counts end with it. */
  readonly lastBin: number;
  /** Oldest first, at most {@link shownBins}. */
  readonly counts: readonly number[];
  /** Whether the counts tell of the whole hour; else the server is to be asked once the incident is in sight. */
  readonly isComplete: boolean;
}

/** Ms of a stretch: the server's slices, which begin at the same moments. */
export const binMs = 180_000;
/** As many as a sparkline shows: an hour. */
export const shownBins = 20;

export const unwatched: Activity = { lastBin: 0, counts: [], isComplete: false };
/** Of an incident that is new: nothing came before. */
export const newlyOpened: Activity = { lastBin: 0, counts: [], isComplete: true };

/** With so many signals more, now. */
export function withSignals(activity: Activity, signals: number, nowMs: number): Activity {
  const bin = Math.floor(nowMs / binMs);
  if (signals === 0 && activity.counts.length > 0) return activity;
  const counts = countsUntil(activity, bin);
  counts[counts.length - 1] = Math.max(0, (counts.at(-1) ?? 0) + signals);
  return { ...activity, lastBin: bin, counts };
}

/** The counts with the empty stretches since then, the one of `bin` last. */
export function countsUntil({ lastBin, counts }: Activity, bin: number): number[] {
  if (counts.length === 0) return [0];
  const missing = Math.max(0, Math.min(bin - lastBin, shownBins));
  return [...counts, ...Array<number>(missing).fill(0)].slice(-shownBins);
}
