interface Entry<Thing> {
  readonly size: number;
  readonly thing: Thing;
}

interface Line<Thing> {
  entries: Entry<Thing>[];
  size: number;
}

/**
 * A bounded queue in which parties take turns: each one's things stay in order, and whoever has many waits for the others between them.
 *
 * A party may fill as much as it leaves free (Choudhury and Hahne, "Dynamic queue length thresholds", 1998): one alone half of the bound,
 * two a third each. So there is always room for somebody who has nothing waiting.
 */
export class FairQueue<Thing> {
  readonly #bound: number;
  /** By party; the one whose turn is next comes first. */
  readonly #lines = new Map<string, Line<Thing>>();
  #size = 0;

  /** @param bound the sum of the sizes of what may wait */
  constructor(bound: number) {
    this.#bound = bound;
  }

  /** The sum of the sizes of what waits. */
  get size(): number {
    return this.#size;
  }

  /** False when there is no room. A thing larger than all the room is taken when nothing else of its party waits and it fits the bound. */
  add(party: string, size: number, thing: Thing): boolean {
    const line = this.#lines.get(party) ?? { entries: [], size: 0 };
    const free = this.#bound - this.#size;
    if (size > free || (line.size > 0 && line.size + size > free - size)) return false;
    line.entries.push({ size, thing });
    line.size += size;
    this.#size += size;
    this.#lines.set(party, line);
    return true;
  }

  /** Takes things in turn until their sizes would pass `most`; the first is taken whatever its size. */
  take(most: number): Thing[] {
    const taken: Thing[] = [];
    let size = 0;
    for (const [party, line] of this.#lines) {
      const next = line.entries[0];
      if (next === undefined) continue;
      if (taken.length > 0 && size + next.size > most) break;
      taken.push(next.thing);
      size += next.size;
      this.#size -= next.size;
      line.size -= next.size;
      line.entries.shift();
      // To the end of the turns: a map goes on to what is added while it is walked.
      this.#lines.delete(party);
      if (line.entries.length > 0) this.#lines.set(party, line);
    }
    return taken;
  }
}
