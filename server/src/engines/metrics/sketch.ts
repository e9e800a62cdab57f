import { bucketCount, bucketOf, lowestOf } from './buckets.ts';
import { decodeEntries, encodeEntries } from './sketchBytes.ts';

/** Up to so many numbers are sorted in place; more are counted by bucket. */
const fewNumbers = 3 * 4;
const compactedFrom = 3 * 2_048;
const noBytes = new Uint8Array();

/**
 * Durations in whole ms, counted in buckets of `bucketOf`. Each bucket keeps how many there are and by how much they exceed its lowest, so
 * that the mean over all is exact, and a bucket's value is its mean: exact where there is one duration or equal ones, and never off by more
 * than 1/128. All of it is integers: adding and taking away are exact and their order does not matter.
 */
export class Sketch {
  /** Bucket, count, excess in ms; bucket, count, excess; and so on. */
  #entries: number[] = [];
  #isCompact = true;
  #compactAt = compactedFrom;

  /** Adds one duration so many times; a negative number takes it away. One that ended before it began counts as 0 ms. */
  add(ms: number, times = 1): void {
    const counted = Math.max(0, Math.round(ms));
    const bucket = bucketOf(counted);
    this.#entries.push(bucket, times, times * (counted - lowestOf(bucket)));
    this.#grown();
  }

  /** Adds all of another one; with −1, takes it away. */
  addSketch(other: Sketch, times: 1 | -1 = 1): void {
    const entries = other.#entries;
    for (let at = 0; at < entries.length; at += 3) {
      this.#entries.push(entries[at] ?? 0, times * (entries[at + 1] ?? 0), times * (entries[at + 2] ?? 0));
    }
    this.#grown();
  }

  /** Adds what `encoded` wrote, once or several times one behind the other. Throws when these are not such bytes. */
  addEncoded(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    decodeEntries(bytes, this.#entries);
    this.#grown();
  }

  /** The same as bytes: each bucket once, in their order. Equal sketches have equal bytes, and none is no bytes. */
  encoded(): Uint8Array {
    return this.#entries.length === 0 ? noBytes : encodeEntries(this.#compacted());
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0 || this.#compacted().length === 0;
  }

  /** How many durations there are. */
  get count(): number {
    let sum = 0;
    for (let at = 1; at < this.#entries.length; at += 3) sum += this.#entries[at] ?? 0;
    return sum;
  }

  /** How many lie in the buckets up to the one of `ms`, that one included: exact but for durations within 1/128 of it. */
  countUpTo(ms: number): number {
    const last = bucketOf(Math.max(0, Math.round(ms)));
    let sum = 0;
    for (let at = 0; at < this.#entries.length; at += 3) {
      if ((this.#entries[at] ?? 0) <= last) sum += this.#entries[at + 1] ?? 0;
    }
    return sum;
  }

  /** Of all durations, in ms. */
  get sumMs(): number {
    let sum = 0;
    for (let at = 0; at < this.#entries.length; at += 3) {
      sum += (this.#entries[at + 1] ?? 0) * lowestOf(this.#entries[at] ?? 0) + (this.#entries[at + 2] ?? 0);
    }
    return sum;
  }

  /** The durations at these ranks, in ms: whole numbers from 0 for the shortest to the count less 1. No count may be negative. */
  at(ranks: readonly number[]): number[] {
    const entries = this.#compacted();
    const found: number[] = [];
    let place = 0;
    let before = 0;
    let count = entries[1] ?? 0;
    for (const rank of ranks) {
      if (rank < before) {
        place = 0;
        before = 0;
        count = entries[1] ?? 0;
      }
      while (before + count <= rank && place + 3 < entries.length) {
        place += 3;
        before += count;
        count = entries[place + 1] ?? 0;
      }
      found.push(lowestOf(entries[place] ?? 0) + (entries[place + 2] ?? 0) / count);
    }
    return found;
  }

  #grown(): void {
    this.#isCompact = false;
    if (this.#entries.length < this.#compactAt) return;
    this.#compactAt = Math.max(compactedFrom, 2 * this.#compacted().length);
  }

  /** Each bucket once, ascending, without those in which nothing is left. */
  #compacted(): readonly number[] {
    if (!this.#isCompact) {
      if (!areCompact(this.#entries)) {
        this.#entries = this.#entries.length <= fewNumbers ? sorted(this.#entries) : counted(this.#entries);
      }
      this.#isCompact = true;
    }
    return this.#entries;
  }
}

/** What was stored short comes back so, and most sketches that are read are of one cell. */
function areCompact(entries: readonly number[]): boolean {
  let last = -1;
  for (let at = 0; at < entries.length; at += 3) {
    const bucket = entries[at] ?? 0;
    if (bucket <= last || (entries[at + 1] === 0 && entries[at + 2] === 0)) return false;
    last = bucket;
  }
  return true;
}

function sorted(entries: readonly number[]): number[] {
  const places = Array.from({ length: entries.length / 3 }, (_, place) => 3 * place);
  places.sort((a, b) => (entries[a] ?? 0) - (entries[b] ?? 0));
  const compact: number[] = [];
  for (let from = 0; from < places.length; ) {
    const bucket = entries[places[from] ?? 0] ?? 0;
    let count = 0;
    let excess = 0;
    for (; from < places.length && entries[places[from] ?? 0] === bucket; from += 1) {
      count += entries[(places[from] ?? 0) + 1] ?? 0;
      excess += entries[(places[from] ?? 0) + 2] ?? 0;
    }
    if (count !== 0 || excess !== 0) compact.push(bucket, count, excess);
  }
  return compact;
}

/** By bucket: counts and excesses, and which are in use. All are 0 in between. */
const countOf = new Float64Array(bucketCount);
const excessOf = new Float64Array(bucketCount);
const isUsed = new Uint8Array(bucketCount);

function counted(entries: readonly number[]): number[] {
  const used: number[] = [];
  for (let at = 0; at < entries.length; at += 3) {
    const bucket = entries[at] ?? 0;
    if (isUsed[bucket] === 0) {
      isUsed[bucket] = 1;
      used.push(bucket);
    }
    countOf[bucket] = (countOf[bucket] ?? 0) + (entries[at + 1] ?? 0);
    excessOf[bucket] = (excessOf[bucket] ?? 0) + (entries[at + 2] ?? 0);
  }
  const compact: number[] = [];
  for (const bucket of Uint16Array.from(used).sort()) {
    const count = countOf[bucket] ?? 0;
    const excess = excessOf[bucket] ?? 0;
    if (count !== 0 || excess !== 0) compact.push(bucket, count, excess);
    isUsed[bucket] = 0;
    countOf[bucket] = 0;
    excessOf[bucket] = 0;
  }
  return compact;
}
