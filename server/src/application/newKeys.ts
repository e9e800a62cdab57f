/** After a key that was seen before, so many batches with keys ask for theirs before they are decided. */
const cautiousBatches = 16;

/** Keeps whether idempotency keys were new of late: then those of the next batch are taken for new, and it fails if one is not. */
export class NewKeys {
  #cautious = 0;

  get areLikely(): boolean {
    return this.#cautious === 0;
  }

  /** What the keys of a batch turned out to be that asked for them. */
  found({ anySeen }: { readonly anySeen: boolean }): void {
    this.#cautious = anySeen ? cautiousBatches : Math.max(0, this.#cautious - 1);
  }
}
