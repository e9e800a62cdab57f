import type { FeedPlan } from '../live/liveSource.ts';

/**
 * How soon something may be done again: in the long run once in `gatherMs`, and up to `burst` times at once after a silence. Nothing has to
 * wait longer than `gatherMs`. Times are those of one monotonic clock, in ms.
 */
export class Pace {
  readonly #gatherMs: number;
  readonly #burst: number;
  /** Until when what was done has used up its share of time. */
  #spentUntil = Number.NEGATIVE_INFINITY;

  constructor({ gatherMs, burst }: Pick<FeedPlan, 'gatherMs' | 'burst'>) {
    this.#gatherMs = gatherMs;
    this.#burst = burst;
  }

  /** From when on it may be done next. */
  next(now: number): number {
    return Math.max(now, this.#spentUntil - (this.#burst - 1) * this.#gatherMs);
  }

  /** It is done now, allowed or not. */
  spend(now: number): void {
    const spent = Math.max(now, this.#spentUntil) + this.#gatherMs;
    this.#spentUntil = Math.min(spent, now + this.#burst * this.#gatherMs);
  }
}
