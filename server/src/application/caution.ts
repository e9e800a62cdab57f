/** So many batches without trouble. */
const careful = 16;

/** After trouble some batches go the careful way, before the quick one is tried again. */
export class Caution {
  #batches = 0;

  get isDue(): boolean {
    return this.#batches > 0;
  }

  /** Whether a batch that went the careful way met what the quick one fails at. */
  met(trouble: boolean): void {
    this.#batches = trouble ? careful : Math.max(0, this.#batches - 1);
  }
}
