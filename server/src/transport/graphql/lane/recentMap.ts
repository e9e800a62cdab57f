export interface RecentMapBounds {
  readonly entries: number;
  /** Of all texts together. */
  readonly characters: number;
}

/**
 * A map with bounds that forgets what has not been used for long. It keeps two generations of half the bounds each: what is used comes
 * into the young one; when that is full, the old one is forgotten and the young one takes its place. A look costs no reordering.
 */
export class RecentMap<Value> {
  readonly #bounds: RecentMapBounds;
  readonly #charactersOf: (key: string, value: Value) => number;
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();
  #youngCharacters = 0;

  /** `charactersOf` says what an entry counts; as long as its key, unless told otherwise. */
  constructor(bounds: RecentMapBounds, charactersOf: (key: string, value: Value) => number = (key) => key.length) {
    this.#bounds = bounds;
    this.#charactersOf = charactersOf;
  }

  get(key: string): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, value: Value): void {
    if (!this.#young.has(key)) {
      const characters = this.#charactersOf(key, value);
      const full =
        this.#young.size >= this.#bounds.entries / 2 ||
        this.#youngCharacters + characters > this.#bounds.characters / 2;
      if (full) this.#turnOver();
      this.#youngCharacters += characters;
    }
    this.#young.set(key, value);
  }

  delete(key: string): boolean {
    // What it counted stays counted until the turnover: deleting is rare.
    const wasOld = this.#old.delete(key);
    return this.#young.delete(key) || wasOld;
  }

  get size(): number {
    let size = this.#young.size;
    for (const key of this.#old.keys()) if (!this.#young.has(key)) size += 1;
    return size;
  }

  #turnOver(): void {
    this.#old = this.#young;
    this.#young = new Map();
    this.#youngCharacters = 0;
  }
}
