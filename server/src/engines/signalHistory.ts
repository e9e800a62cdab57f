/** How an incident's signals came within the last hour. */
export interface SignalHistory {
  /** When the first slice begins. */
  readonly from: Date;
  /** Oldest first; the last slice is the one that is now. */
  readonly counts: readonly number[];
  /** How many signals it had taken in all when this was read. */
  readonly total: number;
}

/** Seconds of a slice. Slices begin at its multiples, so that those of all incidents and of all readers are the same. */
export const sliceSeconds = 180;
/** An hour of them. */
export const sliceCount = 20;

/** The ends of the slices and, before them, the beginning of the first: {@link sliceCount} + 1 moments, the last of them not before `now`. */
export function sliceBounds(now: Date): Date[] {
  const sliceMs = sliceSeconds * 1_000;
  const last = (Math.floor(now.getTime() / sliceMs) + 1) * sliceMs;
  return Array.from({ length: sliceCount + 1 }, (_, place) => new Date(last - (sliceCount - place) * sliceMs));
}

/**
 * Counts by slice, from how many signals an incident had taken before each bound.
 * @param before null where the feed does not reach back: before the first change that it still has. There nothing had come if the incident was
 * not open yet; else its signals are older than the feed is long and count for no slice.
 * @param signalCount of the incident, for when the feed has nothing of it.
 */
export function signalHistory(
  bounds: readonly Date[],
  before: readonly (number | null)[],
  { openedAt, signalCount }: { readonly openedAt: Date; readonly signalCount: number },
): SignalHistory {
  const total = before.at(-1) ?? signalCount;
  const first = before.find((count) => count !== null) ?? total;
  const known = bounds.map((bound, place) => before[place] ?? (bound <= openedAt ? 0 : first));
  // A merge that is taken back takes signals away: no slice has fewer than none.
  const counts = known.slice(1).map((count, place) => Math.max(0, count - (known[place] ?? 0)));
  return { from: bounds[0] ?? openedAt, counts, total };
}
