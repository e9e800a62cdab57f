import type { FeedChange } from './feedChange.ts';

/** The newest changes in memory, so that those who follow the feed closely do not read the database. */
export class ChangeRing {
  readonly #capacity: number;
  #changes: FeedChange[] = [];
  /** The position of the newest change that was put in, or where the ring began. */
  #newest: number;

  constructor(capacity: number, newest: number) {
    this.#capacity = capacity;
    this.#newest = newest;
  }

  get newest(): number {
    return this.#newest;
  }

  /** Takes changes that follow the newest one without a gap. */
  append(changes: readonly FeedChange[]): void {
    const last = changes.at(-1);
    if (last === undefined) return;
    this.#changes.push(...changes);
    this.#newest = last.position;
    if (this.#changes.length > 2 * this.#capacity) this.#changes = this.#changes.slice(-this.#capacity);
  }

  /** The changes behind a position; null when the ring does not reach back that far. */
  after(position: number, limit: number): readonly FeedChange[] | null {
    if (position >= this.#newest) return [];
    const oldest = this.#changes[0]?.position;
    if (oldest === undefined || position < oldest - 1) return null;
    const start = position - oldest + 1;
    return this.#changes.slice(start, start + limit);
  }
}
