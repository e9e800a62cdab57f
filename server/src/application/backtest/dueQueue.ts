/** Things by the time when they are due; those of one time come out in the order in which they went in. A binary heap. */
export class DueQueue<Thing> {
  readonly #entries: Entry<Thing>[] = [];
  #order = 0;

  get size(): number {
    return this.#entries.length;
  }

  add(due: Date, thing: Thing): void {
    const entries = this.#entries;
    const entry = { dueMs: due.getTime(), order: this.#order++, thing };
    let place = entries.push(entry) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = entries[parent];
      if (above === undefined || !isBefore(entry, above)) break;
      entries[place] = above;
      place = parent;
    }
    entries[place] = entry;
  }

  /** Takes out the first thing that is due by then; null when none is. */
  takeDue(until: Date): { readonly due: Date; readonly thing: Thing } | null {
    const first = this.#entries[0];
    if (first === undefined || first.dueMs > until.getTime()) return null;
    const last = this.#entries.pop();
    if (last !== undefined && last !== first) this.#sink(last);
    return { due: new Date(first.dueMs), thing: first.thing };
  }

  #sink(entry: Entry<Thing>): void {
    const entries = this.#entries;
    let place = 0;
    for (;;) {
      const left = entries[2 * place + 1];
      const right = entries[2 * place + 2];
      const takeRight = left !== undefined && right !== undefined && isBefore(right, left);
      const child = takeRight ? right : left;
      if (child === undefined || !isBefore(child, entry)) break;
      entries[place] = child;
      place = 2 * place + (takeRight ? 2 : 1);
    }
    entries[place] = entry;
  }
}

interface Ordered {
  readonly dueMs: number;
  readonly order: number;
}

interface Entry<Thing> extends Ordered {
  readonly thing: Thing;
}

function isBefore(one: Ordered, other: Ordered): boolean {
  return one.dueMs < other.dueMs || (one.dueMs === other.dueMs && one.order < other.order);
}
