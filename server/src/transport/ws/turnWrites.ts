/** What has frames to write. */
export interface Writer {
  flush(): void;
}

const slabBytes = 1024 * 1024;

/** What the sockets of a server write with: all that were sent something in a turn of the event loop write at its end. */
export class TurnWrites {
  readonly #writers = new Set<Writer>();
  #slab = Buffer.allocUnsafeSlow(slabBytes);
  #used = 0;

  /** Flushes the writer at the end of the turn. */
  add(writer: Writer): void {
    if (this.#writers.size === 0) setImmediate(() => this.#flush());
    this.#writers.add(writer);
  }

  /**
   * Memory to write from. The next one who borrows gets the same again: mostly the system takes all that is written at once, and
   * thousands of sockets need no memory of their own. Who has to hold on to it says so with `keep`.
   */
  borrow(byteLength: number): Buffer {
    if (byteLength > slabBytes) return Buffer.allocUnsafeSlow(byteLength);
    if (this.#used + byteLength > slabBytes) {
      this.#slab = Buffer.allocUnsafeSlow(slabBytes);
      this.#used = 0;
    }
    return this.#slab.subarray(this.#used, this.#used + byteLength);
  }

  keep(borrowed: Buffer): void {
    if (borrowed.buffer === this.#slab.buffer) this.#used += borrowed.length;
  }

  #flush(): void {
    const writers = [...this.#writers];
    this.#writers.clear();
    for (const writer of writers) writer.flush();
  }
}
